import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { CannotOpenStorage } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { BlobFolder } from './blob-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openDatabase } from './open-database.ts';
import { inWords } from './open-error.ts';
import { portsOn } from './ports-on.ts';
import { Reserve } from './reserve.ts';
import { scrubFile } from './scrub-file.ts';
import { SqliteConnection } from './sqlite-connection.ts';

interface Handles {
  readonly lock: DatabaseSync;
  readonly boards: DatabaseSync;
  readonly identities: DatabaseSync;
}

/**
 * Opens the store in a folder, made if missing, and takes the folder for this process. Rejects with `CannotOpenStorage`
 * if another process has it, the files are damaged or a newer version wrote them.
 */
export async function openSqliteStorage({ dataDir }: { dataDir: string }): Promise<Storage> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(() => {
    throw new CannotOpenStorage(`The folder ${dataDir} cannot be made.`);
  });
  const { lock, boards, identities } = openFiles(dataDir);
  const connection = new SqliteConnection({ database: boards });
  const blobs = new BlobFolder({ root: join(dataDir, 'blobs') });
  return {
    kind: 'sqlite',
    notes: [],
    ...portsOn(connection, new Reserve(dataDir)),
    blobs,
    identityDatabase: { kind: 'sqlite', database: identities },
    lease: null,
    scrub: () => connection.apart(() => [boards, identities].forEach(scrubFile)),
    ping: () =>
      connection.write(() => {
        connection.run('INSERT INTO ping VALUES (1, 1) ON CONFLICT DO UPDATE SET count = count + 1');
        connection.get('SELECT count FROM ping');
      }),
    close: async () => {
      connection.flush();
      blobs.close();
      // The lock goes last: nobody may open files that are still being closed.
      for (const handle of [boards, identities, lock]) if (handle.isOpen) handle.close();
    },
  };
}

function openFiles(dataDir: string): Handles {
  const opened: DatabaseSync[] = [];
  const keep = (handle: DatabaseSync) => {
    opened.push(handle);
    return handle;
  };
  let file = dataDir;
  try {
    const lock = keep(lockFolder(dataDir));
    file = join(dataDir, 'bridgeboard.sqlite');
    const boards = keep(openDatabase(file));
    migrate(boards, allMigrations);
    file = join(dataDir, 'identities.sqlite');
    return { lock, boards, identities: keep(openDatabase(file)) };
  } catch (error) {
    for (const handle of opened.reverse()) handle.close();
    throw inWords(error, file);
  }
}
