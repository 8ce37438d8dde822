import type { Chance } from '../chance.ts';
import type { VirtualTime } from '../virtual-time.ts';

export type Direction = 'up' | 'down';

/** Told when messages may move again. */
interface Waiting {
  release(): void;
}

/** One device's way to the server, and all that can be wrong with it. */
export class Line {
  readonly time: VirtualTime;
  readonly #chance: Chance;
  readonly #blocked = new Set<Direction>();
  readonly #waiting = new Set<Waiting>();
  #isAsleep = false;
  /** What every message takes longer than usual, in ms. */
  extraMs = 0;
  /** So many edits arrive twice from now on. */
  repeats = 0;
  /** Every message takes equally long, so that none can hold up another. */
  isSteady = false;

  constructor({ time, chance }: { time: VirtualTime; chance: Chance }) {
    this.time = time;
    this.#chance = chance;
  }

  /** How long the next message takes, in ms. */
  latency(): number {
    if (this.isSteady) return 15 + this.extraMs;
    const usual = 4 + this.#chance.int(30);
    return this.extraMs === 0 ? usual : usual + this.#chance.int(this.extraMs);
  }

  /** Whether this edit arrives twice. */
  takeRepeat(): boolean {
    if (this.repeats === 0) return false;
    this.repeats -= 1;
    return true;
  }

  isBlocked(direction: Direction): boolean {
    // A sleeping machine reads nothing; what arrives waits in it.
    return this.#blocked.has(direction) || (this.#isAsleep && direction === 'down');
  }

  /** Whether messages that way pile up at their sender. */
  isSlow(direction: Direction): boolean {
    return this.isBlocked(direction) || this.extraMs > 1_000;
  }

  get isWhole(): boolean {
    return this.#blocked.size === 0 && !this.#isAsleep;
  }

  get isPartitioned(): boolean {
    return this.#blocked.size > 0;
  }

  block(direction: Direction): void {
    this.#blocked.add(direction);
  }

  unblock(): void {
    this.#blocked.clear();
    this.#release();
  }

  sleep(isAsleep: boolean): void {
    this.#isAsleep = isAsleep;
    if (!isAsleep) this.#release();
  }

  /** Keeps something informed of the line, until the answer is called. */
  attach(waiting: Waiting): () => void {
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  }

  #release(): void {
    for (const waiting of this.#waiting) waiting.release();
  }
}
