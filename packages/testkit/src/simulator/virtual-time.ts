interface Alarm {
  readonly at: number;
  readonly order: number;
  run: (() => void) | null;
}

/** Lets everything that is only a matter of promises happen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The world's one clock. It stands still until it is moved, and rings what is due in its order. */
export class VirtualTime {
  #now: number;
  #order = 0;
  /** A binary heap: whatever is due first stands first. */
  readonly #heap: Alarm[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  /** Milliseconds since 1970, in this world. */
  now(): number {
    return this.#now;
  }

  /** Runs something once after a delay in milliseconds; the answer cancels it. */
  after(delayMs: number, run: () => void): () => void {
    this.#order += 1;
    const alarm: Alarm = { at: this.#now + Math.max(0, delayMs), order: this.#order, run };
    this.#push(alarm);
    return () => {
      alarm.run = null;
    };
  }

  /** Moves the clock on. Each alarm is over, with all its promises, before the next one rings. */
  async advance(byMs: number): Promise<void> {
    // What was begun just now goes on at this moment, not at that of the first alarm.
    await settle();
    const until = this.#now + byMs;
    for (let alarm = this.#heap[0]; alarm && alarm.at <= until; alarm = this.#heap[0]) {
      this.#pop();
      if (!alarm.run) continue;
      this.#now = Math.max(this.#now, alarm.at);
      alarm.run();
      await settle();
    }
    this.#now = until;
  }

  #push(alarm: Alarm): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(alarm);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up];
      if (!parent || isBefore(parent, alarm)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = alarm;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      if (!left) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Alarm, b: Alarm): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
