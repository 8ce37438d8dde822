import type { Patch } from '@bridgeboard/protocol';

/** So many strokes at a time have a number; who draws on after that gets a new one. */
const mostPens = 256;

/** Numbers that stand for strokes being drawn in one view's run, so that each new point is a few bytes. */
export class Pens {
  readonly #numbers = new Map<string, number>();
  #next = 0;

  /** All numbers that hold, for somebody who joins. */
  table(): NonNullable<Patch['pens']> {
    return [...this.#numbers].map(([id, pen]) => [pen, id]);
  }

  /** The lines of a patch with numbers in place of ids, and the numbers that are new with it. */
  shorten(grow: NonNullable<Patch['grow']>): Pick<Patch, 'pens' | 'grow'> {
    const fresh: NonNullable<Patch['pens']> = [];
    const lines = grow.map(([id, ...line]): (typeof grow)[number] => {
      if (typeof id === 'number') return [id, ...line];
      const known = this.#numbers.get(id);
      const pen = known ?? this.#add(id);
      if (known === undefined) fresh.push([pen, id]);
      return [pen, ...line];
    });
    return fresh.length > 0 ? { pens: fresh, grow: lines } : { grow: lines };
  }

  drop(id: string): void {
    this.#numbers.delete(id);
  }

  #add(id: string): number {
    const [oldest] = this.#numbers.keys();
    if (this.#numbers.size >= mostPens && oldest !== undefined) this.#numbers.delete(oldest);
    const pen = this.#next;
    this.#next += 1;
    this.#numbers.set(id, pen);
    return pen;
  }
}
