import type { Erasure } from '@bridgeboard/protocol';

import { newId, systemRandom } from '../time-and-chance.ts';
import { applyErasures } from '../apply-erasures.ts';
import { asOfNow, isEmptyStore, type WholeStore } from '../whole-store.ts';
import { BackupFailure } from './backup-failure.ts';
import { bringKey } from './bring-key.ts';
import { beginEpoch } from './begin-epoch.ts';
import type { SoundBackup } from './read-backup.ts';
import { tellSchools } from './tell-schools.ts';
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
  for (const { sha256 } of backup.manifest.blobs) await store.storage.blobs.put(sha256, backup.readBlob(sha256));
  for (const part of storeParts) await writeInBatches(part, backup.read(part), store);
  const to = backup.manifest.takenAt;
  for (const one of (await asOfNow(store)).boards) {
    await beginEpoch(store.storage.journal, one, { epoch: newId(systemRandom), to, now: now() });
  }
  await tellSchools('store.restore', store.storage, now);
  const known = await store.storage.erasures.all();
  await applyErasures(store, [...known, ...wish.erased], now);
  await markFinished(dataDir, store.storage.kind);
}
