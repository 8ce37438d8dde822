import { CannotOpenStorage } from '../ports/errors.ts';
import { codeOf, sqliteCode } from './sqlite-error.ts';

/** An error of an opening in one sentence. */
export function inWords(error: unknown, file: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (code === sqliteCode.corrupt || code === sqliteCode.notADatabase) return damaged(file);
  return new CannotOpenStorage(
    `The database ${file} cannot be opened: ${error instanceof Error ? error.message : ''}.`,
  );
}

/** What is said of a file that is no sound database any more. */
export function damaged(file: string): CannotOpenStorage {
  return new CannotOpenStorage(`The database ${file} is damaged: put a backup in its place.`);
}
