import { isTaken } from './mongo-error.ts';

/**
 * Runs a write that makes its document if there is none. Where two do so at once the second finds the key taken: it
 * runs again, and then finds the document. False if the key is taken again, so the document does not match its filter.
 */
export async function upsert(write: () => PromiseLike<unknown>): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await write();
      return true;
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  return false;
}
