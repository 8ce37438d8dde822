import { erasure, type Erasure } from '@bridgeboard/protocol';
import type { ErasureList } from '../ports/erasure-list.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** The list of erasures in one file. */
export class SqliteErasureList implements ErasureList {
  readonly #connection: SqliteConnection;
  readonly #erasures: JsonRows<Erasure>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#erasures = new JsonRows({ connection, table: 'erasure', schema: erasure });
  }

  put(value: Erasure): Promise<void> {
    return this.#connection.write(() => this.#erasures.put(value));
  }

  all(): Promise<Erasure[]> {
    return this.#connection.read(() => this.#erasures.list('ORDER BY id'));
  }
}
