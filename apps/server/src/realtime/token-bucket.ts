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

  /** Takes one; otherwise says how many ms to wait for the next. */
  take(now: number): { readonly waitMs: number } {
    this.#tokens = Math.min(this.#burst, this.#tokens + Math.max(0, now - this.#at) * this.#perMs);
    this.#at = now;
    if (this.#tokens < 1) return { waitMs: Math.ceil((1 - this.#tokens) / this.#perMs) };
    this.#tokens -= 1;
    return { waitMs: 0 };
  }
}
