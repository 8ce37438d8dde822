import { fromJson, toJson, type Schema } from '../stored-json.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { isTaken } from './sqlite-error.ts';

/** A table of things by `id`, each kept whole as JSON in `data`. Its calls run inside a read or write of the connection. */
export class JsonRows<T extends { readonly id: string }> {
  readonly #connection: SqliteConnection;
  readonly #table: string;
  readonly #schema: Schema<T>;

  constructor({ connection, table, schema }: { connection: SqliteConnection; table: string; schema: Schema<T> }) {
    this.#connection = connection;
    this.#table = table;
    this.#schema = schema;
  }

  put(value: T): void {
    const sql = `INSERT INTO ${this.#table} (id, data) VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data`;
    this.#connection.run(sql, value.id, toJson(this.#schema, value));
  }

  /** False if the id is taken. */
  add(value: T): boolean {
    try {
      this.#connection.run(
        `INSERT INTO ${this.#table} (id, data) VALUES (?, ?)`,
        value.id,
        toJson(this.#schema, value),
      );
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    }
  }

  remove(id: string): void {
    this.#connection.run(`DELETE FROM ${this.#table} WHERE id = ?`, id);
  }

  get(id: string): T | null {
    return this.list('WHERE id = ?', id)[0] ?? null;
  }

  /** Rows that `clause` picks and orders. A clause is written here in the program, never made from input. */
  list(clause: string, ...values: (string | number)[]): T[] {
    const rows = this.#connection.all(`SELECT id, data FROM ${this.#table} ${clause}`, ...values);
    return rows.map((row) => fromJson(this.#schema, row['data'], `${this.#table} ${String(row['id'])}`));
  }
}
