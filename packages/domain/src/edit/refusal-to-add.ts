import type { ErrorCode } from '@bridgeboard/protocol';
import { standingOf } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import type { EditInput } from './edit-act.ts';
import { stopOf } from './stop-of.ts';

/** Why somebody could add nothing to a board at this moment, whatever it is, or null: asked before they send a picture. */
export function refusalToAdd(
  state: BoardState,
  input: Pick<EditInput, 'actor' | 'teacherHere' | 'opensAt'>,
): ErrorCode | null {
  const { person, role } = input.actor;
  const isLooking = role === 'pupil' && standingOf(state, person).level === 'view';
  return stopOf(state, input) ?? (isLooking ? 'FORBIDDEN' : null);
}
