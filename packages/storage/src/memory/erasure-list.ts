import { erasure, type Erasure } from '@bridgeboard/protocol';
import type { ErasureList } from '../ports/erasure-list.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** The list of erasures in this process's memory. */
export class MemoryErasureList implements ErasureList {
  readonly #life: MemoryLife;
  readonly #erasures = new JsonRows<Erasure>({ name: 'erasure', schema: erasure });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  put(value: Erasure): Promise<void> {
    return this.#life.use(() => this.#erasures.put(value));
  }

  all(): Promise<Erasure[]> {
    return this.#life.use(() => this.#erasures.list(() => true));
  }
}
