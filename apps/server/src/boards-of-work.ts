import type { Board } from '@bridgeboard/protocol';
import type { BoardCatalogue } from '@bridgeboard/storage';

import type { LiveBoard, LiveBoards } from './rooms/live-board.ts';

/** The board on which a school's work is that was on this one: it went along if the school has left since (CH17). Null where there is none. */
export async function boardOfWork(
  catalogue: Pick<BoardCatalogue, 'board'>,
  id: string,
  school: string | undefined,
): Promise<Board | null> {
  const board = await catalogue.board(id);
  const copy = board?.left?.find((one) => one.school === school)?.copy ?? null;
  return copy === null ? board : catalogue.board(copy);
}

/** The same, opened. */
export async function openBoardOfWork(
  { catalogue, boards }: { catalogue: Pick<BoardCatalogue, 'board'>; boards: Pick<LiveBoards, 'open'> },
  id: string,
  school: string | undefined,
): Promise<LiveBoard> {
  // First the one that it was on: it is parted by that, if it is still to be.
  const first = await boards.open(id);
  const board = await boardOfWork(catalogue, id, school);
  return board === null || board.id === id ? first : boards.open(board.id);
}
