import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpenStorage } from '../ports/errors.ts';
import { codeOf, sqliteCode } from './sqlite-error.ts';

/**
 * Takes the folder for this process: a second server would keep its own idea of every board. The lock is the operating
 * system's, so it ends with the process however that ends. `close` on what it gives back lets go.
 */
export function lockFolder(dataDir: string): DatabaseSync {
  const lock = new DatabaseSync(join(dataDir, 'bridgeboard.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error) !== sqliteCode.busy) throw error;
    throw new CannotOpenStorage(`Another Bridgeboard is running on the folder ${dataDir}: stop it first.`);
  }
}
