import { createHash } from 'node:crypto';

import type { Storage } from '@bridgeboard/storage';
import { openSqliteSnapshot, openSqliteStorage } from '@bridgeboard/storage/sqlite';
import { expect } from 'vitest';

import { allBoards } from '../src/all-boards.ts';
import { readBlob } from '../src/picture-addresses.ts';
import { asOfNow, wholeStore, type WholeStore } from '../src/whole-store.ts';
import { erasedElsewhere } from '../src/backup/erased-elsewhere.ts';
import type { Manifest } from '../src/backup/manifest.ts';
import { readBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
import { storeParts } from '../src/backup/store-parts.ts';
import { writeBackup } from '../src/backup/write-backup.ts';

/** Backs up a data folder as the command does, while a server may have it. */
export async function backUp(dataDir: string, folder: string): Promise<Manifest> {
  const storage = await openSqliteSnapshot({ dataDir });
  try {
    return await writeBackup(await wholeStore(storage), { folder, keyFolder: dataDir, now: Date.now() });
  } finally {
    await storage.close();
  }
}

/** Restores a backup into a data folder as the command does. */
export async function restore(folder: string, dataDir: string, named: readonly string[] = []): Promise<void> {
  const backup = await readBackup(folder);
  const { erased } = await erasedElsewhere(backup, named);
  const storage = await openSqliteStorage({ dataDir });
  try {
    await restoreBackup(await wholeStore(storage), { backup, dataDir, erased, now: () => Date.now() });
  } finally {
    await storage.close();
  }
}

/** Reads every picture of a store in both sizes, expects the bytes that its row names, and answers how many there are. */
export async function expectPictures({ assets, blobs, ...rest }: Storage): Promise<number> {
  const found = (await Promise.all((await allBoards(rest)).map(({ id }) => assets.assetsOf(id)))).flat();
  for (const { hash } of found.flatMap(({ full, small }) => [full, small])) {
    const bytes = (await readBlob(blobs, hash)) ?? '';
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
  return found.length;
}

/** A restore's own entry in a board's journal, and its line in the audit log. */
const added = /"kind":"restore"|"act":"store\.restore"/;

/** Everything a store holds but what a restore adds to it, part by part. */
export async function contentsOf(store: WholeStore): Promise<Record<string, unknown[]>> {
  const source = await asOfNow(store);
  const all: Record<string, unknown[]> = {};
  for (const part of storeParts) {
    const values: string[] = [];
    for await (const value of part.read(source)) values.push(JSON.stringify(value));
    all[part.name] = values.filter((line) => !added.test(line)).toSorted();
  }
  return all;
}

/** Does something with a store and closes it. */
export async function withStore<Result>(opening: Promise<Storage>, use: (store: WholeStore) => Promise<Result>) {
  const storage = await opening;
  try {
    return await use(await wholeStore(storage));
  } finally {
    await storage.close();
  }
}
