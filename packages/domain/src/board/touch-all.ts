import type { BoardState } from './board-state.ts';

/** Everything may look different to somebody now: each view is told what does. */
export function touchAll(state: BoardState): void {
  for (const [id] of state.slots.entries()) state.touched.records.add(id);
  for (const [id] of state.cases.entries()) state.touched.cases.add(id);
}
