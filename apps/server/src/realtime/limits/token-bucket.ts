/** Lets `perSecond` through on average and `burst` at once; time comes with each question, in ms. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #burst: number;
  #tokens: number;
  #at: number;

  constructor(limits: { perSecond: number; burst: number; now: number }) {
    this.#perMs = limits.perSecond / 1_000;
    this.#burst = limits.burst;
    this.#tokens = limits.burst;
    this.#at = limits.now;
  }

  /** Takes `count`, or nothing and says how many ms to wait until there are so many. */
  take(now: number, count = 1): { readonly waitMs: number } {
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    // More than there can ever be is let through by a full bucket, or it would wait for ever.
    const needed = Math.min(count, this.#burst);
    if (this.#tokens < needed) return { waitMs: Math.ceil((needed - this.#tokens) / this.#perMs) };
    this.#tokens -= needed;
    return { waitMs: 0 };
  }

  /** Puts back what was taken for something that another limit then did not let through. */
  giveBack(count: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + count);
  }
}
