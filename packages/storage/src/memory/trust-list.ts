import { pupilTrust, type PupilTrust } from '@bridgeboard/protocol';
import type { TrustList } from '../ports/trust-list.ts';
import { JsonRows } from './json-rows.ts';
import type { MemoryLife } from './memory-life.ts';

/** What pupils are trusted with, in this process's memory. */
export class MemoryTrustList implements TrustList {
  readonly #life: MemoryLife;
  readonly #rows = new JsonRows<PupilTrust>({ name: 'trust', schema: pupilTrust });

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  put(value: PupilTrust): Promise<void> {
    return this.#life.use(() => this.#rows.put(value));
  }

  of(pupil: string): Promise<PupilTrust | null> {
    return this.#life.use(() => this.#rows.get(pupil));
  }

  trustOf(school: string): Promise<PupilTrust[]> {
    return this.#life.use(() => this.#rows.list((value) => value.school === school));
  }

  remove(pupil: string): Promise<void> {
    return this.#life.use(() => this.#rows.remove(pupil));
  }
}
