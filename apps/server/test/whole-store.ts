import { openSqliteSnapshot, openSqliteStorage } from '@bridgeboard/storage/sqlite';

import { wholeStore } from '../src/whole-store.ts';
import { erasedElsewhere } from '../src/backup/erased-elsewhere.ts';
import type { Manifest } from '../src/backup/manifest.ts';
import { readBackup } from '../src/backup/read-backup.ts';
import { restoreBackup } from '../src/backup/restore-backup.ts';
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
