import { publication, type Publication, type PublicationPart } from '@bridgeboard/protocol';
import { compare } from '../order.ts';
import { IdTaken } from '../ports/errors.ts';
import type { PublicationStore } from '../ports/publication-store.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** Publications in this process's memory. */
export class MemoryPublicationStore implements PublicationStore {
  readonly #life: MemoryLife;
  readonly #publications = new JsonRows<Publication>({ name: 'publication', schema: publication });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  create(value: Publication): Promise<void> {
    return this.#life.use(() => {
      if (this.#publications.has(value.id)) throw new IdTaken(`publication ${value.id}`);
      this.#publications.put(value);
    });
  }

  publication(id: string): Promise<Publication | null> {
    return this.#life.use(() => this.#publications.get(id));
  }

  publicationsOf(board: string): Promise<Publication[]> {
    return this.#life.use(() =>
      this.#publications
        .list((value) => value.board === board)
        .sort((a, b) => compare(b.createdAt, a.createdAt) || compare(a.id, b.id)),
    );
  }

  addPart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#life.use(() => {
      const before = this.#publications.get(id);
      if (before === null || before.withdrawnAt !== null) return false;
      if (before.parts.some((other) => other.school === part.school)) return false;
      this.#publications.put({ ...before, parts: [...before.parts, part] });
      return true;
    });
  }

  replacePart(id: string, part: PublicationPart): Promise<boolean> {
    return this.#life.use(() => {
      const before = this.#publications.get(id);
      if (before?.parts.some((other) => other.school === part.school) !== true) return false;
      const parts = before.parts.map((other) => (other.school === part.school ? part : other));
      this.#publications.put({ ...before, parts });
      return true;
    });
  }

  removeOf(board: string): Promise<void> {
    return this.#life.use(() => {
      for (const { id } of this.#publications.list((value) => value.board === board)) this.#publications.remove(id);
    });
  }

  withdraw(id: string, by: string, at: number): Promise<boolean> {
    return this.#life.use(() => {
      const before = this.#publications.get(id);
      if (before === null || before.withdrawnAt !== null) return false;
      this.#publications.put({ ...before, withdrawnAt: at, withdrawnBy: by });
      return true;
    });
  }
}
