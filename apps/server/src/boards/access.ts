import type { Board } from '@bridgeboard/protocol';
import type { BoardCatalogue } from '@bridgeboard/storage';

import type { Person } from '../rooms/live-board.ts';

/** The board if this person may open it; null for a board that is unknown and for one that is not theirs alike. */
export type CanOpen = (person: Person, boardId: string) => Promise<Board | null>;

/**
 * Staff of a board's schools may open it; a pupil may once staff of the own school let them in. Asked for every request
 * and every joining socket, so that a change of mind holds at once.
 */
export function createAccess(catalogue: Pick<BoardCatalogue, 'board' | 'admission'>): CanOpen {
  return async (person, boardId) => {
    const board = await catalogue.board(boardId);
    if (board === null || !board.schools.includes(person.school)) return null;
    if (person.role === 'staff') return board;
    return (await catalogue.admission(board.id, person.id)) === null ? null : board;
  };
}
