import type { Board } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

/** Every board of every school. */
export async function allBoards({ catalogue, directory }: Pick<Storage, 'catalogue' | 'directory'>): Promise<Board[]> {
  const schools = await directory.schools();
  const lists = await Promise.all(schools.map(({ id }) => catalogue.boardsOf(id)));
  return [...new Map(lists.flat().map((board) => [board.id, board])).values()];
}
