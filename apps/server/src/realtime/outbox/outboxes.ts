import { Outbox, type Stage } from './outbox.ts';
import { outboxLimits, type OutboxLimits } from './outbox-limits.ts';
import type { ReaderBuffer } from './reader-buffer.ts';

/** Somebody who is sent the frames of a board. */
export interface Reader {
  readonly buffer: ReaderBuffer;
  /** Its answers may be late: nothing follows from hearing nothing (LK4). */
  readonly mayBeSilent: boolean;
  /** From now on this much is sent; `before` is what was sent until now. Never called with `cut`. */
  tell(stage: Exclude<Stage, 'cut'>, before: Stage): void;
  /** Reads too slowly to go on. */
  cut(): void;
}

/** How the readers of this server stood at the last look. */
export interface OutboxCounts {
  readonly readers: number;
  readonly still: number;
  readonly paused: number;
  /** How many were cut since the start. */
  readonly cut: number;
  /** Bytes that have not reached their readers. */
  readonly bytes: number;
}

/** The outboxes of all sockets: each has its bound, and all together have one (REL-08). */
export class Outboxes {
  readonly #limits: OutboxLimits;
  readonly #outboxes = new Map<Reader, Outbox>();
  #cut = 0;

  constructor(limits: OutboxLimits = outboxLimits) {
    this.#limits = limits;
  }

  add(reader: Reader): void {
    this.#outboxes.set(reader, new Outbox(reader.buffer, { limits: this.#limits, mayBeSilent: reader.mayBeSilent }));
  }

  remove(reader: Reader): void {
    this.#outboxes.delete(reader);
  }

  /** Looks at every outbox, at `now` in ms; called on a timer. */
  beat(now: number): void {
    let bytes = 0;
    for (const [reader, outbox] of this.#outboxes) {
      const before = outbox.stage;
      const stage = outbox.look(now);
      if (stage === 'cut') this.#end(reader);
      else bytes += outbox.bytes;
      if (stage !== before && stage !== 'cut') reader.tell(stage, before);
    }
    if (bytes > this.#limits.allBytes) this.#cutWorst(bytes);
  }

  counts(): OutboxCounts {
    const all = [...this.#outboxes.values()];
    const at = (stage: Stage): number => all.filter((outbox) => outbox.stage === stage).length;
    const bytes = all.reduce((sum, outbox) => sum + outbox.bytes, 0);
    return { readers: all.length, still: at('still'), paused: at('paused'), cut: this.#cut, bytes };
  }

  #cutWorst(bytes: number): void {
    const worstFirst = [...this.#outboxes].toSorted(([, a], [, b]) => b.bytes - a.bytes);
    let left = bytes;
    for (const [reader, outbox] of worstFirst) {
      if (left <= this.#limits.allBytes) return;
      left -= outbox.bytes;
      this.#end(reader);
    }
  }

  #end(reader: Reader): void {
    this.#outboxes.delete(reader);
    this.#cut += 1;
    reader.cut();
  }
}
