import type { Timers } from '../timers.ts';

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/** Lets everything that is only a matter of promises happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock that stands still until it is moved. */
export class VirtualTimers implements Timers {
  #now = 1_000_000;
  readonly #alarms = new Set<Alarm>();

  now(): number {
    return this.#now;
  }

  after(delayMs: number, run: () => void): () => void {
    const alarm = { at: this.#now + delayMs, run };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Moves the clock, ringing what is due in its order. */
  async advance(byMs: number): Promise<void> {
    const until = this.#now + byMs;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#alarms.delete(next);
      this.#now = next.at;
      next.run();
      await settle();
    }
    this.#now = until;
  }

  #next(until: number): Alarm | undefined {
    const due = [...this.#alarms].filter((alarm) => alarm.at <= until);
    return due.toSorted((a, b) => a.at - b.at)[0];
  }
}
