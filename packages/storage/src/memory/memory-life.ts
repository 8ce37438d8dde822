import { StorageUnavailable } from '../ports/errors.ts';

/** Whether the store is open still. Every call of a port goes through it, so that a closed store answers as a closed database does. */
export class MemoryLife {
  #open = true;

  /** Runs one call at once and whole: nothing comes between its reading and its writing. */
  async use<T>(call: () => T): Promise<T> {
    if (!this.#open) throw new StorageUnavailable('DB_DOWN', new Error('the store is closed'));
    return call();
  }

  close(): void {
    this.#open = false;
  }
}
