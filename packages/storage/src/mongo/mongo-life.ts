import type { Connection } from 'mongoose';
import { StorageUnavailable } from '../ports/errors.ts';
import { asStorageError } from './mongo-error.ts';

/** From opening to closing: every call of a port goes through it. */
export class MongoLife {
  readonly #connection: Connection;
  readonly #running = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  constructor({ connection }: { connection: Connection }) {
    this.#connection = connection;
  }

  /** Runs one call and tells its errors in the ports' terms. */
  async use<T>(call: () => Promise<T>): Promise<T> {
    if (this.#closed !== undefined) throw new StorageUnavailable('DB_DOWN', new Error('the store is closed'));
    const running = call();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      throw asStorageError(error);
    } finally {
      this.#running.delete(running);
    }
  }

  /** Waits for what was asked so far, then hangs up. */
  async close(): Promise<void> {
    this.#closed ??= Promise.allSettled(this.#running).then(() => this.#connection.close());
    await this.#closed;
  }
}
