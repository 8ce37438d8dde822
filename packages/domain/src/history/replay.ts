import type { JournalEntry } from '@bridgeboard/protocol';

import { applyChange } from '../board/apply-change.ts';
import { createBoardState, draftOf, type BoardState } from '../board/board-state.ts';
import { applyEntry } from '../journal/entry-draft.ts';

/**
 * Folds entries onto a board in order and answers it: the board as it was right after entry `upTo`, or after the last of
 * them. Later entries are left alone. Throws where an entry does not follow the one before it.
 */
export function replayTo(state: BoardState, entries: Iterable<JournalEntry>, upTo = Infinity): BoardState {
  for (const entry of entries) {
    const { seq } = entry.facts;
    if (seq > upTo) break;
    if (seq !== state.seq + 1) throw new Error(`journal of a board has a hole after entry ${state.seq}`);
    applyEntry(state, entry);
  }
  return state;
}

/** Ids of the records that an entry changed, in the order of its steps. */
export function recordsIn(entry: JournalEntry): Set<string> {
  return new Set(entry.facts.changes.flatMap((change) => ('id' in change ? change.id : [])));
}

/**
 * A board on which nothing stands yet, with the people of this one: to replay some of its records alone. Neither board is
 * touched by what is done to the other.
 */
export function boardWithoutRecords(state: BoardState): BoardState {
  const { board, schools, epoch } = state;
  return { ...createBoardState({ board, schools, epoch }), members: draftOf(state).members };
}

/** Replays what an entry did to these records; all else stays as it is, so the result holds for these records alone. */
export function replayRecords(state: BoardState, entry: JournalEntry, ids: ReadonlySet<string>): void {
  for (const step of stepsOn(entry, ids)) step.take(state);
  state.seq = entry.facts.seq;
}

/** One step of an entry on one of these records, to be taken on a board. */
export interface RecordStep {
  readonly id: string;
  /** The kind of the change, as in the journal. */
  readonly kind: string;
  take(state: BoardState): void;
}

/** The steps of an entry that concern these records, in order. */
export function stepsOn(entry: JournalEntry, ids: ReadonlySet<string>): RecordStep[] {
  const { facts, content } = entry;
  const contents = 'contents' in content ? content.contents : [];
  const moment = { seq: facts.seq, at: facts.at, by: facts.actor?.person ?? '' };
  return facts.changes.flatMap((change, i) => {
    if (!('id' in change) || !ids.has(change.id)) return [];
    const take = (state: BoardState): void => applyChange(state, { change, content: contents[i] ?? null }, moment);
    return [{ id: change.id, kind: change.kind, take }];
  });
}
