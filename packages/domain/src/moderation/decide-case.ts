import type { CaseStatus, ErrorCode, Fields, JournalEntry, Verdict } from '@bridgeboard/protocol';
import type { BoardState, ReviewCase, Slot } from '../board/board-state.ts';
import { settleDependents, type TakeOff } from '../edit/take-off.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { keepable } from '../journal/entry-size.ts';
import { isClosedAt, versionAt } from '../view/closed-at.ts';
import type { Viewer } from '../view/viewer.ts';
import { statusOf } from './burst.ts';
import { caseItem, isTouchedBy, layersBy } from './case-item.ts';

/** A decision that was taken as an entry to keep, or why it was not. */
export type ActOutcome = { readonly entry: JournalEntry } | { readonly refused: ErrorCode };

export interface DecisionInput {
  readonly actor: Actor;
  readonly case: string;
  readonly verdict: Verdict;
  /** Names the exact content that was looked at (P8). */
  readonly hash: string;
  readonly note?: string | undefined;
  readonly now: number;
}

/** A case of the actor's own school, or null: the same whether it is foreign or never existed (P23). */
export function ownCase(state: BoardState, actor: Actor, id: string): ReviewCase | null {
  const found = state.cases.get(id);
  return found && actor.role === 'staff' && found.school === actor.school ? found : null;
}

/** Decides a case: lets its layers out, sends it back, or drops it (P8, P9, P13, P18). */
export function decideCase(state: BoardState, input: DecisionInput): ActOutcome {
  const found = ownCase(state, input.actor, input.case);
  if (!found) return { refused: 'NOT_FOUND' };
  const refused = refusalByStatus(statusOf(found, input.now));
  if (refused) return { refused };
  const { slots, hash } = caseItem(state, found);
  if (hash !== input.hash || slots.length === 0) return { refused: 'CHANGED_SINCE_REVIEW' };

  const { verdict, actor } = input;
  const draft = new EntryDraft(state, { at: input.now, by: actor.person });
  if (verdict !== 'return') noteComeAlong(draft, found, slots);
  const decided = { kind: 'case-decided' as const, case: found.id, by: actor.person, verdict, hash };
  draft.add(decided, input.note === undefined ? null : { note: input.note });
  if (verdict === 'reject') drop(draft, slots, found.author);
  if (verdict === 'board' || verdict === 'school') {
    for (const slot of slots) release(draft, slot, { author: found.author, to: verdict });
    if (!slots.every((slot) => isClosedAfter(draft.state, slot.id, { found, verdict }))) {
      return { refused: 'NEEDS_OTHER_ITEM' };
    }
  }
  draft.audit({ action: `case.${verdict}`, by: actor.person, subjects: [found.id, ...slots.map((slot) => slot.id)] });
  return keepable(draft.seal({ kind: 'decision', actor, client: undefined }));
}

function refusalByStatus(status: CaseStatus): ErrorCode | null {
  if (status === 'drawing') return 'STILL_DRAWING';
  return status === 'waiting' || status === 'returned' ? null : 'CHANGED_SINCE_REVIEW';
}

/** What came along because release is closed is the case's from now on, so that undo finds it. */
function noteComeAlong(draft: EntryDraft, found: ReviewCase, slots: readonly Slot[]): void {
  const records = slots.map((slot) => slot.id).filter((id) => !found.records.includes(id));
  if (records.length === 0) return;
  const { author, school, page } = found;
  draft.add({ kind: 'case-edited', case: found.id, author, school, page, records, anew: false });
}

/**
 * P9: drops the held layers. P11: what has been let out to the school stays there. Where nothing of a record remains it
 * leaves the board like a deleted one: what hangs on it must not hang in the air.
 */
function drop(draft: EntryDraft, slots: readonly Slot[], author: string): void {
  const dropped = new Map(
    slots.filter((slot) => isTouchedBy(slot, { author, verdict: 'reject' })).map((slot) => [slot.id, slot]),
  );
  const goesToo = (slot: Slot): boolean => dropped.has(slot.id) && leavesNothing(slot);
  const how: TakeOff = { draft, goesToo, endsSet: new Set(), leaving: new Set() };
  for (const { id } of dropped.values()) {
    const slot = draft.state.slots.get(id);
    if (!slot) continue;
    how.leaving.add(id);
    if (leavesNothing(slot)) settleDependents(how, slot);
    draft.add({ kind: 'drop-layer', id, author, reach: 'held' });
  }
}

function leavesNothing(slot: Slot): boolean {
  return !slot.base && slot.layers.every((layer) => layer.reach === 'held');
}

function release(draft: EntryDraft, slot: Slot, how: { author: string; to: 'board' | 'school' }): void {
  const { author, to } = how;
  for (const { reach, fields } of layersBy(slot, author)) {
    if (to === 'school' && reach === 'school') continue;
    const placed = newIndex(draft, slot, { fields, viewer: viewerAt(to, slot.school) });
    draft.add({ kind: 'release', id: slot.id, author, reach, to }, Object.keys(placed).length > 0 ? placed : null);
  }
}

/** P18: a key that was made in sight of held work goes no further than the layer. */
function newIndex(draft: EntryDraft, slot: Slot, to: { fields: Fields; viewer: Viewer }): Fields {
  const { fields, viewer } = to;
  if (!('index' in fields) && !('parentId' in fields)) return {};
  const before = versionAt(draft.state.slots.get(slot.id), viewer);
  const key = fields['index'] ?? before?.['index'];
  const parent = fields['parentId'] ?? before?.['parentId'];
  if (typeof key !== 'string' || typeof parent !== 'string') return {};
  return { index: draft.orderKeys(viewer).place({ parent, key, id: slot.id }) };
}

/** P13: parents and bound shapes of what is let out are visible at that reach, or have gone with it. */
function isClosedAfter(
  state: BoardState,
  id: string,
  how: { found: ReviewCase; verdict: 'board' | 'school' },
): boolean {
  const slot = state.slots.get(id);
  return slot !== undefined && isClosedAt(state, slot, viewerAt(how.verdict, how.found.school));
}

function viewerAt(reach: 'board' | 'school', school: string): Viewer {
  return reach === 'board' ? { kind: 'guests' } : { kind: 'pupils', school };
}
