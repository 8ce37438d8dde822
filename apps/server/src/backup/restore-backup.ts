import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { erasure, type Erasure } from '@bridgeboard/protocol';

import { newId, systemRandom } from '../time-and-chance.ts';
import { applyErasures } from '../apply-erasures.ts';
import { asOfNow, isEmptyStore, type WholeStore } from '../whole-store.ts';
import { BackupFailure } from './backup-failure.ts';
import { bringKey } from './bring-key.ts';
import { beginEpoch } from './begin-epoch.ts';
import { manifestName } from './manifest.ts';
import { readBackup, type SoundBackup } from './read-backup.ts';
import { writeInBatches } from './write-in-batches.ts';
import { storeParts } from './store-parts.ts';
import { markFinished, markUnfinished } from './unfinished.ts';

interface RestoreWish {
  readonly backup: SoundBackup;
  /** Where the instance's key goes, and where it says that a restore is under way. */
  readonly dataDir: string;
  /** Whom other, later backups name as erased. */
  readonly erased: readonly Erasure[];
  readonly now: () => number;
}

/**
 * Writes a sound backup into an empty store: everything, a new epoch for each board, then the erasures, those from later backups
 * too. Until all that is done the folder says that it is not, and no server starts on it (BK3).
 */
export async function restoreBackup(store: WholeStore, wish: RestoreWish): Promise<void> {
  const { backup, dataDir, now } = wish;
  if (!(await isEmptyStore(store))) {
    throw new BackupFailure('There is something in the store already: restore into an empty one.');
  }
  await bringKey(backup.folder, dataDir);
  await markUnfinished(dataDir, store.storage.kind);
  for (const part of storeParts) await writeInBatches(part, backup.read(part), store);
  const to = backup.manifest.takenAt;
  for (const one of (await asOfNow(store)).boards) {
    await beginEpoch(store.storage.journal, one, { epoch: newId(systemRandom), to, now: now() });
  }
  const known = await store.storage.erasures.all();
  await applyErasures(store, [...known, ...wish.erased], now);
  await markFinished(dataDir, store.storage.kind);
}

/** Whom the other backups beside this one, and those named, say to be erased: an old backup must not bring anybody back (ER4). */
export async function erasedElsewhere(backup: SoundBackup, named: readonly string[]): Promise<Erasure[]> {
  const parent = dirname(backup.folder);
  const beside = (await readdir(parent)).map((name) => join(parent, name));
  const isBackup = async (folder: string): Promise<boolean> =>
    readFile(join(folder, manifestName)).then(
      () => true,
      () => false,
    );
  const found: Erasure[] = [];
  for (const folder of new Set([...beside, ...named])) {
    if (folder === backup.folder) continue;
    // One that is named has to be there and sound; one that merely lies beside is read if it can be.
    if (named.includes(folder)) found.push(...(await erasedIn(folder)));
    else if (await isBackup(folder)) found.push(...(await erasedIn(folder).catch(() => [])));
  }
  return found;
}

async function erasedIn(folder: string): Promise<Erasure[]> {
  const other = await readBackup(folder);
  const found: Erasure[] = [];
  for (const part of storeParts) {
    if (part.name !== 'erasures') continue;
    for await (const value of other.read(part)) found.push(erasure.parse(value));
  }
  return found;
}
