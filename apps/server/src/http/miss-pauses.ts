import type { ErrorCode } from '@bridgeboard/protocol';

import type { Clock } from '../time-and-chance.ts';
import { Refused } from './refusal.ts';

export interface PauseRule {
  /** With this miss the first pause begins. */
  readonly misses: number;
  /** After a pause so many more misses begin the next one. */
  readonly missesAgain: number;
  /** Length of the first pause, the second and so on, in ms; the last one stays. */
  readonly pausesMs: readonly [number, ...number[]];
  /** Misses older than this no longer count, in ms. */
  readonly forgetAfterMs: number;
  /** What a try during a pause is answered. */
  readonly code: ErrorCode;
}

interface Tally {
  misses: number;
  rounds: number;
  pausedUntil: number;
  lastAt: number;
}

/** Above this many keys the ones that no longer matter are swept out, and again when there are twice as many as stayed. */
const sweepAbove = 10_000;

/**
 * Counts wrong guesses by key and makes the guesser wait, never for ever: a lock without end would let anybody shut a
 * victim out. A right answer forgets the misses.
 */
export class MissPauses {
  readonly #rule: PauseRule;
  readonly #clock: Clock;
  readonly #tallies = new Map<string, Tally>();
  #sweepAbove = sweepAbove;

  constructor({ rule, clock }: { rule: PauseRule; clock: Clock }) {
    this.#rule = rule;
    this.#clock = clock;
  }

  /** Throws `Refused` with the rest of the pause while there is one. Asked before a guess is looked at. */
  check(key: string): void {
    const rest = (this.#tallies.get(key)?.pausedUntil ?? 0) - this.#clock.now();
    if (rest > 0) throw new Refused(this.#rule.code, { retryAfterMs: rest });
  }

  /** Notes a wrong guess, which may begin a pause. */
  miss(key: string): void {
    const now = this.#clock.now();
    const { pausesMs, forgetAfterMs } = this.#rule;
    const before = this.#tallies.get(key);
    const tally =
      before && now - before.lastAt < forgetAfterMs ? before : { misses: 0, rounds: 0, pausedUntil: 0, lastAt: now };
    tally.misses += 1;
    tally.lastAt = now;
    if (tally.misses >= (tally.rounds === 0 ? this.#rule.misses : this.#rule.missesAgain)) {
      tally.pausedUntil = now + (pausesMs[Math.min(tally.rounds, pausesMs.length - 1)] ?? pausesMs[0]);
      tally.misses = 0;
      tally.rounds += 1;
    }
    this.#tallies.set(key, tally);
    if (this.#tallies.size > this.#sweepAbove) this.#sweep(now);
  }

  /** A right answer: the misses before it are forgotten. */
  hit(key: string): void {
    this.#tallies.delete(key);
  }

  #sweep(now: number): void {
    for (const [key, tally] of this.#tallies) {
      if (now - tally.lastAt >= this.#rule.forgetAfterMs && tally.pausedUntil <= now) this.#tallies.delete(key);
    }
    this.#sweepAbove = Math.max(sweepAbove, 2 * this.#tallies.size);
  }
}
