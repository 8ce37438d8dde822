import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Storage } from '@bridgeboard/storage';

/** A folder may be the one of a store that is being moved from, to MongoDB: the mark says which store it speaks of. */
function markOf(dataDir: string, kind: Storage['kind']): string {
  return join(dataDir, `unfinished-restore.${kind}`);
}

/** Marks a store in its data folder: nobody may be served from one that holds only a part of what it should. */
export async function markUnfinished(dataDir: string, kind: Storage['kind']): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(markOf(dataDir, kind), 'A restore or a move into this store is not finished.\n', { flush: true });
}

/** It is all there now. */
export async function markFinished(dataDir: string, kind: Storage['kind']): Promise<void> {
  await rm(markOf(dataDir, kind), { force: true });
}

/** Whether a restore or a move into the store of this folder was cut off. */
export function isUnfinished(dataDir: string, kind: Storage['kind']): boolean {
  return existsSync(markOf(dataDir, kind));
}
