import { StorageDamaged, StorageUnavailable } from '../ports/errors.ts';

/** SQLite's primary result codes that are told apart here. */
export const sqliteCode = { busy: 5, corrupt: 11, full: 13, notADatabase: 26 } as const;

const primaryKeyTaken = 1555;
const uniqueKeyTaken = 2067;

/** SQLite's primary result code of an error, or null if it is none of SQLite's. */
export function codeOf(error: unknown): number | null {
  const code = extendedCodeOf(error);
  return code === null ? null : code & 0xff;
}

/** True if a unique key stands in the way. */
export function isTaken(error: unknown): boolean {
  const code = extendedCodeOf(error);
  return code === primaryKeyTaken || code === uniqueKeyTaken;
}

/** An error as the ports speak of it. SQLite's own messages name tables and columns, never values. */
export function asStorageError(error: unknown): unknown {
  const code = codeOf(error);
  // Both come before the frame that would make a commit of it.
  if (code === sqliteCode.full) return new StorageUnavailable('STORAGE_FULL', error, { keptNothing: true });
  if (code === sqliteCode.busy) return new StorageUnavailable('DB_DOWN', error, { keptNothing: true });
  if (code === sqliteCode.corrupt || code === sqliteCode.notADatabase) {
    return new StorageDamaged('the database file is damaged', { cause: error });
  }
  if (code !== null || isClosed(error)) return new StorageUnavailable('DB_DOWN', error);
  return error;
}

function isClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE';
}

function extendedCodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
}
