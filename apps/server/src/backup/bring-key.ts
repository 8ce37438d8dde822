import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BackupFailure } from './backup-failure.ts';
import { keyName } from './manifest.ts';

/**
 * Brings an instance's key along with its store, from a backup or from another folder: class codes are sealed with it. A key that
 * something else is sealed with is never written over.
 */
export async function bringKey(from: string, dataDir: string): Promise<void> {
  const key = await readFile(join(from, keyName)).catch(() => null);
  if (key === null) return;
  const known = await readFile(join(dataDir, keyName)).catch(() => null);
  if (known?.equals(key)) return;
  if (known) {
    throw new BackupFailure(
      `The folder ${dataDir} has another instance.key already: name an empty one as DATA_DIR, or move that file away.`,
    );
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(join(dataDir, keyName), key, { mode: 0o600, flag: 'wx', flush: true });
}
