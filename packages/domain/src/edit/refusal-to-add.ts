import type { ErrorCode } from '@bridgeboard/protocol';
import { standingOf } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import type { EditInput } from './edit-act.ts';
import { stopOf } from './stop-of.ts';

/** Why somebody could add no piece to a board at this moment, whatever it is, or null: asked before they send a picture. */
export function refusalToAdd(
  state: BoardState,
  input: Pick<EditInput, 'actor' | 'teacherHere' | 'opensAt'>,
): ErrorCode | null {
  const { person, role } = input.actor;
  const { level } = standingOf(state, person);
  const mayAdd = role === 'staff' || level === 'own' || level === 'all';
  return stopOf(state, input) ?? (mayAdd ? null : 'FORBIDDEN');
}
