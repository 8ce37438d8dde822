import type { OutboxLimits, StageLimit } from './outbox-limits.ts';
import { bytesOf, type ReaderBuffer, type Traffic, type WaitingPacket } from './reader-buffer.ts';

/** How much a reader is told: everything, all but pointers, nothing until they have caught up, or never again. */
const stages = ['flowing', 'still', 'paused', 'cut'] as const;
export type Stage = (typeof stages)[number];

/** Few enough to call it nothing: what one tick leaves behind on its way out. */
const calm = { packets: 8, bytes: 32 * 1_024 } as const;

/**
 * What waits for one reader, looked at now and then instead of at every message, so that a reader who keeps up costs
 * nothing (REL-08). A stage begins when two looks in a row find it due: a single look may fall into a burst that is
 * gone the next moment, such as the missed frames of somebody who comes back.
 */
export class Outbox {
  readonly #buffer: ReaderBuffer;
  readonly #limits: OutboxLimits;
  #stage: Stage = 'flowing';
  #due = 0;
  #seen: readonly WaitingPacket[] | null = null;
  #counted = 0;
  #waitingBytes = 0;
  #stuckSince = 0;
  #calmLooks = 0;
  readonly #mayBeSilent: boolean;
  /** When something came from the reader last, and what the traffic was then. */
  #heard: Traffic & { readonly at: number } = { heard: -1, sent: 0, at: 0 };

  /** `mayBeSilent` for a reader whose answers are late for other reasons than not reading: a weak link (LK4). */
  constructor(buffer: ReaderBuffer, { limits, mayBeSilent }: { limits: OutboxLimits; mayBeSilent: boolean }) {
    this.#buffer = buffer;
    this.#limits = limits;
    this.#mayBeSilent = mayBeSilent;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** Bytes that had not reached this reader at the last look. */
  bytes = 0;

  /** Looks at what waits at this moment (ms) and answers the stage that holds from now on. */
  look(now: number): Stage {
    const waiting = this.#buffer.waiting();
    this.#count(waiting, now);
    const inFlight = this.#buffer.inFlightBytes();
    this.bytes = this.#waitingBytes + inFlight;
    const due = this.#isSilent(now) ? stages.indexOf('cut') : this.#dueWith(waiting.length, now - this.#stuckSince);
    const before = stages.indexOf(this.#stage);
    const confirmed = Math.min(due, this.#due);
    this.#due = due;
    if (confirmed > before) this.#stage = stages[confirmed] ?? 'cut';
    else if (this.#isOver(waiting.length, inFlight)) this.#stage = 'flowing';
    return this.#stage;
  }

  /** Packets are only ever added to an array, so each is measured once, however often it is looked at. */
  #count(waiting: readonly WaitingPacket[], now: number): void {
    if (waiting !== this.#seen || waiting.length === 0) {
      this.#seen = waiting;
      this.#counted = 0;
      this.#waitingBytes = 0;
      this.#stuckSince = now;
    }
    for (const packet of waiting.slice(this.#counted)) this.#waitingBytes += bytesOf(packet);
    this.#counted = waiting.length;
  }

  #isSilent(now: number): boolean {
    const traffic = this.#mayBeSilent ? null : this.#buffer.traffic();
    if (traffic === null) return false;
    if (traffic.heard !== this.#heard.heard) this.#heard = { ...traffic, at: now };
    const { ms, bytes } = this.#limits.silent;
    return now - this.#heard.at >= ms && traffic.sent - this.#heard.sent >= bytes;
  }

  #dueWith(packets: number, stuckMs: number): number {
    const isOver = (limit: StageLimit): boolean =>
      packets >= limit.packets || this.bytes >= limit.bytes || stuckMs >= limit.stuckMs;
    const { still, paused, cut } = this.#limits;
    return [still, paused, cut].findLastIndex(isOver) + 1;
  }

  /** A paused reader is sent nothing new, so everything must have gone; to another one patches go on flowing. */
  #isOver(packets: number, inFlight: number): boolean {
    if (this.#stage === 'paused') return packets === 0 && inFlight === 0;
    if (this.#stage !== 'still') return false;
    const isCalm = this.#due === 0 && packets <= calm.packets && this.bytes <= calm.bytes;
    this.#calmLooks = isCalm ? this.#calmLooks + 1 : 0;
    if (this.#calmLooks < this.#limits.calmLooks) return false;
    this.#calmLooks = 0;
    return true;
  }
}
