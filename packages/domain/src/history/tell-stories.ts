import type { AuditEvent, JournalEntry } from '@bridgeboard/protocol';

import { draftOf, type BoardState, type Slot } from '../board/board-state.ts';
import { isSeenAt } from './parts.ts';
import { RecordStory } from './record-story.ts';
import { recordsIn, stepsOn } from './replay.ts';
import { isInSpan, recordsOfSpan, type Span } from './span.ts';

/** What a rewind of one person, and of a whole board, is called in the audit log; by this the next one knows it. */
export const rewindActions = { person: 'person.rewind', board: 'board.rewind' } as const;

/** Whether an act with these lines took other acts back. */
export function isTakingBack(audit: readonly AuditEvent[]): boolean {
  return audit.some(({ action }) => action === rewindActions.person || action === rewindActions.board);
}

/** As much of a board's past as a rewind has to know. */
export interface Past {
  /** The board right before the first of the entries; it need not hold more than the records that the span changed. */
  readonly before: BoardState;
  /** All entries from the first of the span to the newest known, in order; such as change none of its records may be left out. */
  readonly entries: readonly JournalEntry[];
}

/** The stories of a span, and the records as the past leaves them. */
export interface Told {
  readonly stories: ReadonlyMap<string, RecordStory>;
  readonly after: BoardState;
}

/** Replays the records that a span changed, and notes for each what of it is still the span's own. */
export function tellStories(past: Past, span: Span, board: { state: BoardState; school: string }): Told {
  const ids = recordsOfSpan(past.entries, span);
  const stories = new Map([...ids].map((id) => [id, new RecordStory()]));
  const after = draftOf(past.before);
  const isSeen = (part: string): boolean => isSeenAt(board.state, board.school, part);
  const slotOf = (id: string): Slot | null => after.slots.get(id) ?? null;
  for (const entry of past.entries) {
    const acts = actsOn(entry, board.state);
    const acted = acts ? [...stories].filter(([id]) => acts.has(id)) : [];
    for (const [id, story] of acted) story.mark(slotOf(id));
    const own = isInSpan(entry, span);
    for (const one of stepsOn(entry, ids)) {
      const before = slotOf(one.id);
      one.take(after);
      stories.get(one.id)?.pass({ kind: one.kind, before, after: slotOf(one.id), isInSpan: own, isSeen });
    }
    for (const [id, story] of acted) {
      if (isApproval(entry)) story.approved();
      if (takesBack(entry)) story.takenBack(slotOf(id));
    }
  }
  return { stories, after };
}

/** The records that an act of staff is about which may be taken back, or takes one back; null for all other entries. */
function actsOn(entry: JournalEntry, state: BoardState): Set<string> | null {
  if (entry.facts.kind !== 'decision' && !takesBack(entry)) return null;
  const judged = entry.facts.changes.flatMap((change) => {
    const isJudged = change.kind === 'case-decided' || change.kind === 'case-reopened';
    const found = isJudged ? state.cases.get(change.case) : undefined;
    return found ? [...found.records, ...(found.decision?.before.map(({ id }) => id) ?? [])] : [];
  });
  return new Set([...recordsIn(entry), ...judged]);
}

function isApproval({ facts }: JournalEntry): boolean {
  return facts.changes.some(
    (change) => change.kind === 'case-decided' && (change.verdict === 'board' || change.verdict === 'school'),
  );
}

/** Undo of a decision, and a rewind, which may undo another one. */
function takesBack({ facts, audit }: JournalEntry): boolean {
  return facts.kind === 'undo-decision' || (facts.kind === 'edit' && isTakingBack(audit));
}
