import type { BoardRecord, BoardRole } from '@bridgeboard/protocol';
import { bytesKey, countKeys, type BoardState } from '../board/board-state.ts';
import { weightOf } from '../board/weight.ts';
import { limits } from '../gate/limits.ts';

/**
 * Whether there is room for one more record. The board's room is shared out between its schools, so that nobody can feel at
 * the limit how much the other school has that is not let out (P28).
 */
export function hasRoomFor(
  state: BoardState,
  made: { author: string; school: string; role: BoardRole; isPage: boolean },
): boolean {
  const keys = countKeys(made);
  if ((state.counts.get(keys.author) ?? 0) >= limits[made.role].ownRecords) return false;
  if ((state.counts.get(keys.school) ?? 0) >= shareOf(state, limits.board.records)) return false;
  if (isFull(state, made.school)) return false;
  return !made.isPage || countPages(state) < limits.board.pages;
}

/** L16: whether a school may have a longer version of a record in place of a shorter one; shorter ones always. */
export function hasRoomToGrow(
  state: BoardState,
  change: { school: string; before: BoardRecord; after: BoardRecord },
): boolean {
  return !isFull(state, change.school) || weightOf(change.after) <= weightOf(change.before);
}

function isFull(state: BoardState, school: string): boolean {
  return (state.counts.get(bytesKey(school)) ?? 0) >= shareOf(state, limits.board.bytes);
}

function shareOf(state: BoardState, whole: number): number {
  return Math.floor(whole / Math.max(1, state.schools.length));
}

/** How many pages a board has. */
export function countPages(state: BoardState): number {
  let pages = 0;
  for (const [id] of state.slots.entries()) if (id.startsWith('page:')) pages += 1;
  return pages;
}
