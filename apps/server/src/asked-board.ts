import type { Board } from '@bridgeboard/protocol';

import { found } from './http/refusal.ts';
import type { SignedIn } from './http/signed-in.ts';
import type { LiveBoard, LiveBoards, Person } from './rooms/live-board.ts';

/** A call that names a board in its address, by somebody who has come in. */
export interface AskedBoard {
  readonly session: SignedIn;
  readonly ids: { readonly board: string };
}

interface Boards {
  readonly boards: LiveBoards;
  readonly canOpen: (person: Person, board: string) => Promise<Board | null>;
}

/**
 * Finds the live board that a call is about.
 * @throws Refused NOT_FOUND, for a board that is unknown and for one that the caller may not open alike
 */
export function liveBoards({ boards, canOpen }: Boards): (call: AskedBoard) => Promise<LiveBoard> {
  return async ({ session, ids }) => boards.open(found(await canOpen(session.person, ids.board)).id);
}
