import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { freshFolder, type ProofStore } from './proof-store.ts';

/** The embedded database in a folder of its own, which goes with it. */
export async function openSqliteProof(): Promise<ProofStore> {
  const folder = await freshFolder();
  return { ...sqliteProofIn(folder.path), [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** The embedded database in a folder of somebody else's. */
export function sqliteProofIn(dataDir: string): ProofStore {
  return {
    kind: 'sqlite',
    server: null,
    dataDir,
    mongoUrl: undefined,
    killDatabase: null,
    startDatabase: async () => undefined,
    faults: () => ['bridgeboard.sqlite', 'identities.sqlite'].flatMap((name) => faultsIn(join(dataDir, name))),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function faultsIn(file: string): string[] {
  const database = new DatabaseSync(file);
  try {
    const said = database
      .prepare('PRAGMA integrity_check')
      .all()
      .map((row) => String(row['integrity_check']));
    return said.filter((line) => line !== 'ok').map((line) => `${file}: ${line}`);
  } finally {
    database.close();
  }
}
