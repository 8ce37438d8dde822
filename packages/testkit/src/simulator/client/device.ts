import type { Chance } from '../chance.ts';
import { Line } from '../network/line.ts';
import type { VirtualTime } from '../virtual-time.ts';
import { DeviceStore } from './device-store.ts';
import { TabLocks } from './tab-locks.ts';

/** One machine: its clock, its network, its browser's store and locks, and whether its lid is open. */
export class Device {
  readonly name: string;
  readonly line: Line;
  readonly store: DeviceStore;
  readonly locks = new TabLocks();
  readonly chance: Chance;
  readonly #time: VirtualTime;
  readonly #clockOffsetMs: number;
  #overdue: (() => void)[] = [];
  #isAsleep = false;
  #acts = 0;

  constructor({ name, time, chance }: { name: string; time: VirtualTime; chance: Chance }) {
    this.name = name;
    this.#time = time;
    this.chance = chance;
    this.line = new Line({ time, chance: chance.stream('line') });
    this.store = new DeviceStore({ time, chance: chance.stream('store') });
    // Clocks in schools are wrong, some by years.
    this.#clockOffsetMs = chance.isTrue(0.1) ? 10 * 365 * 86_400_000 : chance.between(-90_000, 90_000);
  }

  get isAsleep(): boolean {
    return this.#isAsleep;
  }

  now(): number {
    return this.#time.now() + this.#clockOffsetMs + this.#acts / 1_024;
  }

  /** Somebody did something here: one pair of hands does no two things at one moment, be it in two tabs. */
  acted(): void {
    this.#acts += 1;
  }

  /** A timer of this device: while it sleeps, nothing rings; what is overdue rings when it wakes. */
  after(delayMs: number, run: () => void): () => void {
    let isCancelled = false;
    const ring = (): void => {
      if (isCancelled) return;
      if (this.#isAsleep) this.#overdue.push(ring);
      else run();
    };
    const cancel = this.#time.after(delayMs, ring);
    return () => {
      isCancelled = true;
      cancel();
    };
  }

  sleep(): void {
    this.#isAsleep = true;
    this.line.sleep(true);
  }

  wake(): void {
    if (!this.#isAsleep) return;
    this.#isAsleep = false;
    for (const ring of this.#overdue.splice(0)) this.#time.after(0, ring);
    this.line.sleep(false);
  }
}
