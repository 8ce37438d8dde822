import { pupilTrust, type PupilTrust } from '@bridgeboard/protocol';
import type { TrustList } from '../ports/trust-list.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** What pupils are trusted with, in one file. */
export class SqliteTrustList implements TrustList {
  readonly #connection: SqliteConnection;
  readonly #rows: JsonRows<PupilTrust>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#rows = new JsonRows({ connection, table: 'pupil_trust', schema: pupilTrust });
  }

  put(value: PupilTrust): Promise<void> {
    return this.#connection.write(() => this.#rows.put(value));
  }

  of(pupil: string): Promise<PupilTrust | null> {
    return this.#connection.read(() => this.#rows.get(pupil));
  }

  trustOf(school: string): Promise<PupilTrust[]> {
    return this.#connection.read(() => this.#rows.list('WHERE school = ? ORDER BY id', school));
  }

  remove(pupil: string): Promise<void> {
    return this.#connection.write(() => this.#rows.remove(pupil));
  }
}
