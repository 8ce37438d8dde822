import { mongo } from 'mongoose';
import { StorageUnavailable } from '../ports/errors.ts';

const duplicateKey = 11_000;
const outOfDiskSpace = 14_031;
const unauthorised = 13;

/** True if a unique key stands in the way. */
export function isTaken(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === duplicateKey;
}

/** True if the user may not do this, or nobody is signed in. */
export function isForbidden(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === unauthorised;
}

/** An error as the ports speak of it. What the driver refuses to send at all is an error of this program and stays one. */
export function asStorageError(error: unknown): unknown {
  if (error instanceof mongo.MongoServerError && error.code === outOfDiskSpace) {
    return new StorageUnavailable('STORAGE_FULL', cause(error));
  }
  if (error instanceof mongo.MongoError) return new StorageUnavailable('DB_DOWN', cause(error));
  return error;
}

/** The driver's errors carry the documents they were about, which are children's work: only name and code go on. */
function cause(error: Error): Error {
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return new Error(`${error.name}${code}`);
}
