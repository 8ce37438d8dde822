const shortestMs = 10_000;
const longestMs = 300_000;

/**
 * How often a view that differs from the server's may put itself right: at most once in 10 s, and ever more seldom while
 * it does not help, so that a fault that a new start does not mend costs a lesson next to nothing.
 */
export class HealPause {
  #lastAt = -Infinity;
  #pauseMs = shortestMs;

  /** Whether it may be done now, in ms by this device's clock; then it counts as done. */
  take(now: number): boolean {
    if (now - this.#lastAt < this.#pauseMs) return false;
    if (this.#lastAt !== -Infinity) this.#pauseMs = Math.min(this.#pauseMs * 2, longestMs);
    this.#lastAt = now;
    return true;
  }

  /** The view was found equal to the server's. */
  sound(): void {
    this.#pauseMs = shortestMs;
  }
}
