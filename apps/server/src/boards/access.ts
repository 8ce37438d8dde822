import { can, takesPart, type BoardStanding } from '@bridgeboard/domain';
import type { Action, Board } from '@bridgeboard/protocol';
import type { BoardCatalogue } from '@bridgeboard/storage';

import type { Person } from '../rooms/live-board.ts';

/** A board with how one person stands to it. */
export interface KnownBoard extends BoardStanding {
  readonly board: Board;
}

/** How people stand to boards; asked for every request and every joining socket, so that a change of mind holds at once. */
export class Access {
  readonly #catalogue: Pick<BoardCatalogue, 'board' | 'admission'>;

  constructor(catalogue: Pick<BoardCatalogue, 'board' | 'admission'>) {
    this.#catalogue = catalogue;
  }

  /** What `can` has to know of a board, or null where there is none. */
  async standingOf(person: Person, boardId: string): Promise<KnownBoard | null> {
    const board = await this.#catalogue.board(boardId);
    // One that stays for a report alone is gone for everybody else (KE4).
    if (board === null || board.archived?.heldAt) return null;
    const isAdmitted = person.role !== 'staff' && (await this.#catalogue.admission(board.id, person.id)) !== null;
    const isMember = person.role === 'staff' || takesPart(board, person);
    return { board, schools: board.schools, isMember, isAdmitted, isArchived: Boolean(board.archived) };
  }

  /** The board if this person may do that there; null for a board that is unknown and for one that is not theirs alike. */
  async boardFor(person: Person, action: Action, boardId: string): Promise<Board | null> {
    const known = await this.standingOf(person, boardId);
    return known !== null && can(person, action, known) === null ? known.board : null;
  }
}
