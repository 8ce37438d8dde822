import type { Timers } from '../timers.ts';

const firstMs = 500;
const longestMs = 10_000;
/** Longest where nobody answered: as soon as the network is back, so is everybody (REL-04). */
const unreachedMs = 1_500;
/** Who was on the board for this long has found a server that is well. */
const soundAfterMs = 10_000;

interface PauseParts {
  readonly timers: Timers;
  readonly random: () => number;
}

/**
 * How long to wait before connecting again. A class comes back at once after a break; a part of each pause is chance, so
 * that it does not come back in step, and whoever is sent away again and again, for being too slow or one too many, asks
 * ever more seldom. A server that is not there at all is no busier for being asked.
 */
export class ReconnectPause {
  readonly #parts: PauseParts;
  #failures = 0;
  #joinedAt: number | null = null;

  constructor(parts: PauseParts) {
    this.#parts = parts;
  }

  joined(): void {
    this.#joinedAt = this.#parts.timers.now();
  }

  /** The connection is over, or the server was not reached; answers the pause before the next one, in ms. */
  next({ isReached }: { isReached: boolean }): number {
    const { timers, random } = this.#parts;
    const wasSound = this.#joinedAt !== null && timers.now() - this.#joinedAt >= soundAfterMs;
    this.#joinedAt = null;
    if (wasSound) this.#failures = 0;
    const pauseMs = Math.min(firstMs * 2 ** this.#failures, isReached ? longestMs : unreachedMs);
    if (isReached || pauseMs < unreachedMs) this.#failures += 1;
    return pauseMs * (1 + random() / 2);
  }
}
