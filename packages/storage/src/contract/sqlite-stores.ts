import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStorage } from '../sqlite/open.ts';
import type { TestStore } from './use-store.ts';

/** A folder that is not there yet, and how to be rid of it and what was put beside it. */
export async function freshFolder(): Promise<{ dataDir: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'bridgeboard-'));
  return { dataDir: join(parent, 'data'), remove: () => rm(parent, { recursive: true }) };
}

/** Opens an empty store in a folder of its own, which goes with it. */
export async function openTestSqlite(): Promise<TestStore> {
  const { dataDir, remove } = await freshFolder();
  let storage = await openSqliteStorage({ dataDir });
  return {
    storage,
    reopen: async () => (storage = await openSqliteStorage({ dataDir })),
    release: async () => {
      await storage.close();
      await remove();
    },
  };
}
