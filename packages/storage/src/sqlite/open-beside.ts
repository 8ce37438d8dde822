import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpenStorage } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { isUpToDate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openDatabase } from './open-database.ts';
import { portsOn } from './ports-on.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** What an operator's command may do to a folder that a running server has: ask for an erasure, and leave a line of what it did. */
export interface BesideStore extends Pick<Storage, 'erasures' | 'audit' | 'directory'> {
  readonly close: () => void;
}

/** Opens a folder that a running server has taken. Throws `CannotOpenStorage` where there is none, or of another version. */
export async function openBeside(dataDir: string): Promise<BesideStore> {
  const file = join(dataDir, 'bridgeboard.sqlite');
  if (!existsSync(file)) throw new CannotOpenStorage(`There is no database ${file}.`);
  const database = openDatabase(file);
  if (!isUpToDate(database, allMigrations)) {
    database.close();
    throw new CannotOpenStorage('The running server is of another version: use the command of that version.');
  }
  const { erasures, audit, directory } = portsOn(new SqliteConnection({ database }));
  return { erasures, audit, directory, close: () => database.close() };
}
