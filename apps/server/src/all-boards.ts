import type { Storage } from '@bridgeboard/storage';

/** Ids of every board of every school. */
export async function allBoards({ catalogue, directory }: Pick<Storage, 'catalogue' | 'directory'>): Promise<string[]> {
  const schools = await directory.schools();
  const lists = await Promise.all(schools.map(({ id }) => catalogue.boardsOf(id)));
  return [...new Set(lists.flat().map(({ id }) => id))];
}
