import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import type { Admission, Asset } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { allBoards } from '../src/all-boards.ts';
import { keepPicture } from './kept-picture.ts';
import { startInProcess } from './server-in-process.ts';

/** Pictures of two pupils: one has uploaded two, the other the first of these too. */
export interface StoredPictures {
  readonly river: Asset;
  readonly field: Asset;
  readonly sameRiver: Asset;
}

/**
 * Fills a data folder with some of everything that matters. The demo has people, passwords, held, released and rejected work;
 * pictures come to that, and bytes that no picture names, as an upload leaves them that broke off.
 */
export async function storeLesson(dataDir: string): Promise<StoredPictures> {
  await using server = await startInProcess({ DATA_DIR: dataDir });
  const { storage } = server;
  const board = (await allBoards(storage))[0]?.id ?? '';
  // By name: whoever comes first by an id of chance may be the one whose words a test has erased.
  const [one, other] = await admittedAs(storage, { board, names: ['Isla W.', 'Ruby L.'] });
  if (!one || !other) throw new Error('the demo has these pupils on its board');
  const keep = (id: string, { pupil, school }: typeof one, size: { width: number; height: number }): Promise<Asset> =>
    keepPicture(storage, { id: id.padEnd(21, '-'), board, author: pupil, school, uploadedAt: 1, ...size });
  const wide = { width: 640, height: 480 };
  const river = await keep('river', one, wide);
  const field = await keep('field', one, { width: 500, height: 300 });
  const sameRiver = await keep('same-river', other, wide);
  await storage.blobs.put(createHash('sha256').update('x').digest('hex'), Readable.from([Buffer.from('x')]));
  return { river, field, sameRiver };
}

async function admittedAs(
  { catalogue, directory }: Pick<Storage, 'catalogue' | 'directory'>,
  { board, names }: { board: string; names: readonly string[] },
): Promise<(Admission | undefined)[]> {
  const admitted = await catalogue.admissionsOf(board);
  const called = await Promise.all(admitted.map(async ({ pupil }) => (await directory.pupil(pupil))?.nickname));
  return names.map((name) => admitted[called.indexOf(name)]);
}
