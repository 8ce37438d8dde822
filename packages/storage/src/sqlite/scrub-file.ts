import type { DatabaseSync } from 'node:sqlite';
import { StorageUnavailable } from '../ports/errors.ts';

/**
 * Writes a database anew without the space that deleted things left in it, and empties its log, which still holds the pages
 * as they were. Throws while a backup is being read from the log: it is to be tried again later.
 */
export function scrubFile(database: DatabaseSync): void {
  // Nobody is waited for: a server has a lesson to serve.
  database.exec('PRAGMA busy_timeout = 0');
  try {
    emptyLog(database);
    database.exec('VACUUM');
    emptyLog(database);
  } finally {
    database.exec('PRAGMA busy_timeout = 5000');
  }
}

function emptyLog(database: DatabaseSync): void {
  const told = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (told?.['busy'] !== 0) throw new StorageUnavailable('DB_DOWN', new Error('somebody is reading the log'));
}
