import { DatabaseSync } from 'node:sqlite';
import { CannotOpenStorage } from '../ports/errors.ts';
import { damaged } from './open-error.ts';

/**
 * A transaction outlives a power cut once COMMIT is back (FULL); readers and the writer do not wait for one another (WAL);
 * what is deleted is overwritten with zeros.
 */
const settings = `
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA journal_size_limit = 67108864;
`;

/** Opens or makes a database file and looks whether it is sound. */
export function openDatabase(file: string): DatabaseSync {
  // Only a backup or a person with a shell is ever in the way of this process: they are waited for.
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
    if (mode !== 'wal') throw new CannotOpenStorage(`The disk of ${file} cannot hold a database that is in use.`);
    database.exec(settings);
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw damaged(file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
