import { access, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Erasure } from '@bridgeboard/protocol';

import { manifestName } from './manifest.ts';
import { readErasures, type SoundBackup } from './read-backup.ts';

/** Whom other backups say to be erased, and which of those beside could not be read. */
export interface ErasedElsewhere {
  readonly erased: readonly Erasure[];
  readonly unread: readonly string[];
}

/**
 * ER4: an old backup must not bring anybody back, so later ones are asked whom they know as erased: those in the same folder, and those that
 * are named, which have to be there and sound.
 */
export async function erasedElsewhere(backup: SoundBackup, named: readonly string[]): Promise<ErasedElsewhere> {
  const erased: Erasure[] = [];
  const unread: string[] = [];
  for (const folder of named) erased.push(...(await readErasures(folder)).erased);
  for (const folder of await backupsBeside(backup)) {
    try {
      const other = await readErasures(folder);
      if (other.takenAt >= backup.manifest.takenAt) erased.push(...other.erased);
    } catch {
      unread.push(folder);
    }
  }
  return { erased, unread };
}

async function backupsBeside({ folder }: SoundBackup): Promise<string[]> {
  const parent = dirname(folder);
  const found: string[] = [];
  for (const name of await readdir(parent)) {
    const other = join(parent, name);
    const isBackup = await access(join(other, manifestName)).then(
      () => true,
      () => false,
    );
    if (isBackup && other !== folder) found.push(other);
  }
  return found;
}
