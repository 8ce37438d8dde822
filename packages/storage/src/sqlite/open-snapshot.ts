import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpenStorage } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { BlobFolder } from './blob-folder.ts';
import { isUpToDate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { inWords } from './open-error.ts';
import { portsOn } from './ports-on.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/**
 * The store of a folder as it is at this moment, to be read only, for a backup: a server may go on writing meanwhile, and nothing of
 * that is seen. Rejects with `CannotOpenStorage` if there is no store or another version laid it out.
 */
export async function openSqliteSnapshot({ dataDir }: { dataDir: string }): Promise<Storage> {
  const opened = ['bridgeboard.sqlite', 'identities.sqlite'].map((name) => openAsOfNow(join(dataDir, name)));
  const [boards, identities] = opened;
  const close = (): void => {
    for (const handle of opened) if (handle.isOpen) handle.close();
  };
  if (!boards || !identities || !isUpToDate(boards, allMigrations)) {
    close();
    throw new CannotOpenStorage(
      'The data were laid out by another version of Bridgeboard: start this one on them first.',
    );
  }
  const connection = new SqliteConnection({ database: boards });
  return {
    kind: 'sqlite',
    notes: [],
    ...portsOn(connection),
    blobs: new BlobFolder({ root: join(dataDir, 'blobs') }),
    lease: null,
    identityDatabase: { kind: 'sqlite', database: identities },
    scrub: () => Promise.resolve(),
    ping: () => connection.read(() => connection.get('SELECT 1')).then(() => undefined),
    close: async () => close(),
  };
}

/** The log of the server's file keeps the pages of this moment for as long as the transaction lasts. */
function openAsOfNow(file: string): DatabaseSync {
  if (!existsSync(file)) throw new CannotOpenStorage(`There is no database ${file}.`);
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    database.exec('BEGIN');
    // The first read is what the moment is taken at.
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw inWords(error, file);
  }
}
