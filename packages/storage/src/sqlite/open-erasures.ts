import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpenStorage } from '../ports/errors.ts';
import type { ErasureList } from '../ports/erasure-list.ts';
import { SqliteErasureList } from './erasure-list.ts';
import { isUpToDate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { openDatabase } from './open-database.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** The list of erasures of a folder that a running server has taken: to ask that server for one. */
export async function openErasuresBeside(dataDir: string): Promise<{ erasures: ErasureList; close: () => void }> {
  const file = join(dataDir, 'bridgeboard.sqlite');
  if (!existsSync(file)) throw new CannotOpenStorage(`There is no database ${file}.`);
  const database = openDatabase(file);
  if (!isUpToDate(database, allMigrations)) {
    database.close();
    throw new CannotOpenStorage('The running server is of another version: use the command of that version.');
  }
  const connection = new SqliteConnection({ database });
  return { erasures: new SqliteErasureList({ connection }), close: () => database.close() };
}
