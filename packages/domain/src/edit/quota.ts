import type { Role } from '@bridgeboard/protocol';
import { countKeys, type BoardState } from '../board/board-state.ts';
import { limits } from '../gate/limits.ts';

/**
 * Whether there is room for one more record. The board's room is shared out between its schools, so that nobody can feel at
 * the limit how much the other school has that is not let out (P28).
 */
export function hasRoomFor(
  state: BoardState,
  made: { author: string; school: string; role: Role; isPage: boolean },
): boolean {
  const keys = countKeys(made);
  const share = Math.floor(limits.board.records / Math.max(1, state.schools.length));
  if ((state.counts.get(keys.author) ?? 0) >= limits[made.role].ownRecords) return false;
  if ((state.counts.get(keys.school) ?? 0) >= share) return false;
  return !made.isPage || countPages(state) < limits.board.pages;
}

/** How many pages a board has. */
export function countPages(state: BoardState): number {
  let pages = 0;
  for (const [id] of state.slots.entries()) if (id.startsWith('page:')) pages += 1;
  return pages;
}
