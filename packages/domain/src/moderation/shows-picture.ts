import type { BoardState } from '../board/board-state.ts';
import { typeOf } from '../board/layers.ts';

/** Whether there is a picture in what a case would let out. */
export function showsPicture(state: BoardState, caseId: string): boolean {
  const records = state.cases.get(caseId)?.records ?? [];
  return records.some((id) => typeOf(state.slots.get(id)) === 'image');
}
