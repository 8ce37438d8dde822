import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CannotOpenStorage } from '../ports/errors.ts';

/** One step forward of the layout. Once released it never changes: the next step is a new one. */
export interface Migration {
  /** Counted from 1 without holes. */
  readonly version: number;
  readonly sql: string;
}

/**
 * Takes the steps that the file has not taken yet, each whole or not at all. Refuses a file that has taken steps this
 * program does not know, or took them with another wording.
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): void {
  database.exec('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, checksum TEXT NOT NULL) STRICT');
  const taken = database.prepare('SELECT version, checksum FROM migration ORDER BY version').all();
  for (const [index, row] of taken.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      throw new CannotOpenStorage('The data were written by a newer version of Bridgeboard: start that version.');
    }
    if (row['version'] !== known.version || row['checksum'] !== checksum(known)) {
      throw new CannotOpenStorage('The data were laid out by a version of Bridgeboard that this one does not know.');
    }
  }
  for (const step of migrations.slice(taken.length)) take(database, step);
}

/** Whether a file has taken exactly these steps; for whoever may not write to it. */
export function isUpToDate(database: DatabaseSync, migrations: readonly Migration[]): boolean {
  const taken = database.prepare('SELECT version, checksum FROM migration ORDER BY version').all();
  return (
    taken.length === migrations.length &&
    migrations.every((step, i) => taken[i]?.['version'] === step.version && taken[i]['checksum'] === checksum(step))
  );
}

function take(database: DatabaseSync, step: Migration): void {
  database.exec('BEGIN EXCLUSIVE');
  try {
    database.exec(step.sql);
    database.prepare('INSERT INTO migration (version, checksum) VALUES (?, ?)').run(step.version, checksum(step));
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Of the words alone: indentation may change. */
function checksum(step: Migration): string {
  return createHash('sha256').update(step.sql.replaceAll(/\s+/g, ' ').trim()).digest('hex');
}
