import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { KnownNetworks } from '../http/known-networks.ts';
import type { Clock } from '../time-and-chance.ts';

const seconds = 120;
/** Below 100 a minute from all strange networks together, so that renting a thousand of them does not help to guess (JC1). */
const wrongOfAll = 200;
/** While those are used up: wrong codes that begin alike, of all strange networks, so that four letters known are no help. */
const wrongOfSelector = 60;
const freshForMs = 5 * 60_000;

/**
 * Guesses from networks on which nobody of the instance was seen today. All of them share one measure. When guessers
 * have used it up, the networks that are known go on as ever, and so do strange ones at a door just opened (JC2, JC3).
 */
export class Strangers {
  readonly #clock: Clock;
  readonly #known: KnownNetworks;
  readonly #all = new RateLimiterMemory({ keyPrefix: 'all', points: wrongOfAll, duration: seconds });
  readonly #selector = new RateLimiterMemory({ keyPrefix: 'selector', points: wrongOfSelector, duration: seconds });
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

  isFresh(school: string): boolean {
    return (this.#freshUntil.get(school) ?? 0) > this.#clock.now();
  }

  /** How long codes from this network are not heard but at doors just opened, in milliseconds; 0 where they are heard. */
  async heldForMs(network: string): Promise<number> {
    const held = await this.#heldMs();
    return held > 0 && this.#known.has(network) ? 0 : held;
  }

  /** Whether codes that begin so are still looked at while strangers are held. */
  async mayTry(selector: string): Promise<boolean> {
    if (![...this.#freshUntil.keys()].some((school) => this.isFresh(school))) return false;
    const taken = await this.#selector.get(selector);
    return taken === null || taken.remainingPoints > 0;
  }

  async miss(network: string, selector: string): Promise<void> {
    if (this.#known.has(network)) return;
    if ((await this.#heldMs()) > 0) await this.#selector.penalty(selector);
    await this.#all.penalty('');
  }

  /** Whether newcomers of this school wait because of somebody who guesses. */
  async areHeldOff(school: string): Promise<boolean> {
    return !this.isFresh(school) && (await this.#heldMs()) > 0;
  }

  async #heldMs(): Promise<number> {
    const taken = await this.#all.get('');
    return taken !== null && taken.remainingPoints <= 0 ? taken.msBeforeNext : 0;
  }
}
