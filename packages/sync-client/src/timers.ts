/** The clock and the waiting that this package does, passed in so that tests run without either. */
export interface Timers {
  /** Milliseconds since 1970, by this device's clock; shown to people only, never compared with the server's. */
  now(): number;
  /** Runs something once after a delay in milliseconds; the answer cancels it. */
  after(delayMs: number, run: () => void): () => void;
}

/** The device's own clock. */
export const deviceTimers: Timers = {
  now: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
