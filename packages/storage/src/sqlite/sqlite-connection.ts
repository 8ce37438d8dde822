import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { asStorageError } from './sqlite-error.ts';

type Row = Record<string, SQLOutputValue>;

interface WaitingWrite {
  /** Does it and gives back how to tell the caller, once the batch is committed. */
  readonly run: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The one connection all ports share. Writes asked for in the same turn of the event loop, from however many rooms, are
 * committed together: one wait for the disk instead of one for each. A promise resolves only after that commit.
 */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #waiting: WaitingWrite[] = [];

  constructor({ database }: { database: DatabaseSync }) {
    this.#database = database;
  }

  /** Runs a step that only reads, at once. */
  async read<T>(step: () => T): Promise<T> {
    try {
      return step();
    } catch (error) {
      throw asStorageError(error);
    }
  }

  /** Runs a step whole or not at all in the next commit; a step that throws undoes itself alone. */
  write<T>(step: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.push({
      run: () => {
        const value = step();
        return () => resolve(value);
      },
      reject: (error) => reject(asStorageError(error)),
    });
    // setImmediate comes after the turn's input and promises: what arrived together is committed together.
    if (this.#waiting.length === 1) setImmediate(() => this.flush());
    return promise;
  }

  /** Commits what waits, then does what cannot stand in a transaction. */
  async apart(step: () => void): Promise<void> {
    this.flush();
    await this.read(step);
  }

  /** Commits what waits. */
  flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    const settlements: (() => void)[] = [];
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const write of batch) settlements.push(this.#runAlone(write));
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#rollBack();
      for (const write of batch) write.reject(error);
      return;
    }
    for (const settle of settlements) settle();
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values);
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values);
  }

  /** Number of rows it changed, and the rowid of the last one inserted. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; rowid: number } {
    const { changes, lastInsertRowid } = this.#statement(sql).run(...values);
    return { changes: Number(changes), rowid: Number(lastInsertRowid) };
  }

  /** One write of a batch; gives back how to tell its caller. */
  #runAlone(write: WaitingWrite): () => void {
    this.#database.exec('SAVEPOINT write');
    try {
      const settle = write.run();
      this.#database.exec('RELEASE write');
      return settle;
    } catch (error) {
      // A full or failing disk may have undone the whole transaction: then nobody's write stands.
      if (!this.#database.isTransaction) throw error;
      this.#database.exec('ROLLBACK TO write; RELEASE write');
      return () => write.reject(error);
    }
  }

  #rollBack(): void {
    try {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
    } catch {
      // The failure that led here is the one to tell. A connection that cannot even roll back refuses the next BEGIN.
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
