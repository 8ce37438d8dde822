import type { Admission, Board } from '@bridgeboard/protocol';

/** The facts of a board that change. */
export type BoardFacts = Partial<
  Pick<
    Board,
    | 'title'
    | 'changedAt'
    | 'doorOpenUntil'
    | 'members'
    | 'guests'
    | 'knownGuests'
    | 'partnership'
    | 'schools'
    | 'host'
    | 'left'
    | 'archived'
  >
>;

/** Which boards there are and who was let in; not what is on them. */
export interface BoardCatalogue {
  /** Keeps a new board; rejects with `IdTaken` if the id is taken. */
  create(board: Board): Promise<void>;
  board(id: string): Promise<Board | null>;
  /** Boards that a school takes part in, newest change first, then by id. */
  boardsOf(school: string): Promise<Board[]>;
  /** Changes the named facts of a board; false if there is no such board. */
  update(id: string, facts: BoardFacts): Promise<boolean>;
  /** Forgets a board and who was let in to it; nothing happens where there is none. */
  remove(id: string): Promise<void>;
  /** Lets a pupil in; letting in again changes nothing. */
  admit(admission: Admission): Promise<void>;
  admission(board: string, pupil: string): Promise<Admission | null>;
  /** Who was let in to a board, first come first, then by pupil. */
  admissionsOf(board: string): Promise<Admission[]>;
  /** Ends a pupil's admission to a board. */
  dismiss(board: string, pupil: string): Promise<void>;
}
