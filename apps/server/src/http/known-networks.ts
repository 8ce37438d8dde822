import type { Clock } from '../time-and-chance.ts';

/** A school day: who came in the morning is known in the afternoon, and of yesterday nothing is kept. */
const knownForMs = 12 * 3_600_000;

/**
 * On which networks people of the instance have been seen at a door today. In memory alone, and one network a person,
 * the last: whoever got in once cannot make many networks known.
 */
export class KnownNetworks {
  readonly #clock: Clock;
  /** By person, the one seen last at the end. */
  readonly #seen = new Map<string, { network: string; at: number }>();
  /** How many people were seen last on each network: whoever guesses asks often. */
  readonly #people = new Map<string, number>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** Staff look at a door from there, or a pupil's PIN was right there. */
  saw(person: string, network: string): void {
    this.#forgetOld();
    this.#forget(person);
    this.#seen.set(person, { network, at: this.#clock.now() });
    this.#people.set(network, (this.#people.get(network) ?? 0) + 1);
  }

  has(network: string): boolean {
    this.#forgetOld();
    return this.#people.has(network);
  }

  #forgetOld(): void {
    const before = this.#clock.now() - knownForMs;
    for (const [person, { at }] of this.#seen) {
      if (at > before) return;
      this.#forget(person);
    }
  }

  #forget(person: string): void {
    const network = this.#seen.get(person)?.network;
    if (network === undefined) return;
    this.#seen.delete(person);
    const left = (this.#people.get(network) ?? 0) - 1;
    if (left > 0) this.#people.set(network, left);
    else this.#people.delete(network);
  }
}
