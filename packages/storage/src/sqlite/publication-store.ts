import { publication, type Publication, type PublicationPart } from '@bridgeboard/protocol';
import { IdTaken } from '../ports/errors.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { JsonRows } from './json-rows.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Publications in one file. */
export class SqlitePublicationStore implements PublicationStore {
  readonly #connection: SqliteConnection;
  readonly #publications: JsonRows<Publication>;

  constructor({ connection }: { connection: SqliteConnection }) {
    this.#connection = connection;
    this.#publications = new JsonRows({ connection, table: 'publication', schema: publication });
  }

  create(value: Publication): Promise<void> {
    return this.#connection.write(() => {
      if (!this.#publications.add(value)) throw new IdTaken(`publication ${value.id}`);
    });
  }

  publication(id: string): Promise<Publication | null> {
    return this.#connection.read(() => this.#publications.get(id));
  }

  publicationsOf(board: string): Promise<Publication[]> {
    return this.#connection.read(() => this.#publications.list('WHERE board = ? ORDER BY created_at DESC, id', board));
  }

  addPart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#publications.get(id);
      if (before === null || before.withdrawnAt !== null) return false;
      if (before.parts.some((other) => other.school === part.school)) return false;
      this.#publications.put({ ...before, parts: [...before.parts, part] });
      return true;
    });
  }

  replacePart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#publications.get(id);
      if (before?.parts.some((other) => other.school === part.school) !== true) return false;
      const parts = before.parts.map((other) => (other.school === part.school ? part : other));
      this.#publications.put({ ...before, parts });
      return true;
    });
  }

  removeOf(board: string): Promise<void> {
    return this.#connection.write(() => {
      this.#connection.run('DELETE FROM publication WHERE board = ?', board);
    });
  }

  withdraw(id: string, by: string, at: number): Promise<boolean> {
    return this.#connection.write(() => {
      const before = this.#publications.get(id);
      if (before === null || before.withdrawnAt !== null) return false;
      this.#publications.put({ ...before, withdrawnAt: at, withdrawnBy: by });
      return true;
    });
  }
}
