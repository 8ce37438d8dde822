import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { KnownNetworks } from '../http/known-networks.ts';
import type { Clock } from '../time-and-chance.ts';

/** Of all strange networks together, so that renting a thousand of them does not help to guess (JC1). */
const wrongOfAll = { points: 140, duration: 120 } as const;
/**
 * While those are used up: wrong codes that begin like one of a door just opened. No other guess can come to anything
 * then, so that these alone are counted, and a day's are few: each hits with one in 28⁴ (JC3).
 */
const wrongNear = { points: 14, duration: 86_400 } as const;
const freshForMs = 5 * 60_000;

/**
 * Guesses from networks on which nobody of the instance was seen today. All of them share one measure. When guessers
 * have used it up, the networks that are known go on as ever, and so do strange ones at a door just opened (JC2, JC3).
 */
export class Strangers {
  readonly #clock: Clock;
  readonly #known: KnownNetworks;
  readonly #all = new RateLimiterMemory({ keyPrefix: 'all', ...wrongOfAll });
  readonly #near = new RateLimiterMemory({ keyPrefix: 'near', ...wrongNear });
  /** By school: until when a door of it counts as just opened. */
  readonly #freshUntil = new Map<string, number>();

  constructor({ clock, known }: { clock: Clock; known: KnownNetworks }) {
    this.#clock = clock;
    this.#known = known;
  }

  /** Somebody of the instance was at a door, from this network. */
  saw(person: string, network: string): void {
    this.#known.saw(person, network);
  }

  /** Staff have opened a door of these schools: for five minutes their codes are heard from everywhere. */
  doorOpened(schools: readonly string[]): void {
    for (const school of schools) this.#freshUntil.set(school, this.#clock.now() + freshForMs);
  }

  /** Whether there is a door at which strangers are heard whatever others guess. */
  get isAnyFresh(): boolean {
    return [...this.#freshUntil.keys()].some((school) => this.#isFresh(school));
  }

  /** How long codes from this network are not heard but at doors just opened, in milliseconds; 0 where they are heard. */
  async heldForMs(network: string): Promise<number> {
    const held = await this.#heldMs();
    return held > 0 && this.#known.has(network) ? 0 : held;
  }

  /**
   * Of the classes whose codes begin like what a stranger typed while strangers are held, those that it may be compared
   * with. Whoever compares says afterwards whether it was right.
   */
  async mayTry<Of extends { readonly school: string }>(classes: readonly Of[]): Promise<readonly Of[]> {
    const fresh = classes.filter(({ school }) => this.#isFresh(school));
    if (fresh.length === 0) return [];
    // Taken before the comparison, so that of tries that arrive together no more than are left are looked at.
    return this.#near.consume('').then(
      () => fresh,
      () => [],
    );
  }

  /** A right code, tried while strangers are held, is none of the wrong ones. */
  async wasRight(): Promise<void> {
    await this.#near.reward('');
  }

  async miss(network: string): Promise<void> {
    if (!this.#known.has(network)) await this.#all.penalty('');
  }

  /** Whether newcomers of this school wait because of somebody who guesses. */
  async areHeldOff(school: string): Promise<boolean> {
    if ((await this.#heldMs()) === 0) return false;
    return !this.#isFresh(school) || ((await this.#near.get(''))?.remainingPoints ?? 1) <= 0;
  }

  async #heldMs(): Promise<number> {
    const taken = await this.#all.get('');
    return taken !== null && taken.remainingPoints <= 0 ? taken.msBeforeNext : 0;
  }

  #isFresh(school: string): boolean {
    return (this.#freshUntil.get(school) ?? 0) > this.#clock.now();
  }
}
