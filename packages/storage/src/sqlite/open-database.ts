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

/**
 * Only a backup or a person with a shell is ever in the way of this process. The start waits for them; later everybody on
 * every board would wait with it, so whoever writes is soon told to ask again.
 */
const patienceMs = { atStart: 5000, atWork: 100 } as const;

/** Opens or makes a database file and looks whether it is sound. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: patienceMs.atStart });
  try {
    const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
    if (mode !== 'wal') throw new CannotOpenStorage(`The disk of ${file} cannot hold a database that is in use.`);
    database.exec(settings);
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw damaged(file);
    database.exec(`PRAGMA busy_timeout = ${patienceMs.atWork}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
