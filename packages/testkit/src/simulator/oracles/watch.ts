import type { Failure, FailureKind, Oracle } from './oracle.ts';

type Hook = Exclude<keyof Oracle, 'rested'>;
type Told<H extends Hook> = Parameters<NonNullable<Oracle[H]>>;

/** Everybody who watches a world, and what they have found wrong. */
export class Watch {
  readonly failures: Failure[] = [];
  readonly #oracles: Oracle[] = [];
  /** Where the history stands, for whoever reads the failures. */
  place = '';

  add(oracle: Oracle): void {
    this.#oracles.push(oracle);
  }

  fail(kind: FailureKind, what: string): void {
    // The first ones say it; a world that has gone wrong goes wrong at every step.
    if (this.failures.length < 20) this.failures.push({ kind, what: `${what} (${this.place})` });
  }

  tell<H extends Hook>(hook: H, ...about: Told<H>): void {
    for (const oracle of this.#oracles) {
      const hear = oracle[hook] as ((...about: Told<H>) => void) | undefined;
      hear?.apply(oracle, about);
    }
  }

  async rested(): Promise<void> {
    for (const oracle of this.#oracles) await oracle.rested?.();
  }
}
