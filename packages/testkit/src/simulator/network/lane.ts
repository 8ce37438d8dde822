import type { Direction, Line } from './line.ts';

/** One message on its way, or the end of the connection. */
export type Parcel = { readonly text: string } | { readonly end: true };

interface LaneParts {
  readonly line: Line;
  readonly direction: Direction;
  readonly deliver: (parcel: Parcel) => void;
}

/** One direction of one connection: messages arrive in their order, late, or not at all. */
export class Lane {
  readonly #parts: LaneParts;
  #queue: { readonly parcel: Parcel; readonly at: number }[] = [];
  #last = 0;
  #isScheduled = false;
  #isCut = false;
  readonly #detach: () => void;
  #stuck: { readonly data: string }[] = [];

  constructor(parts: LaneParts) {
    this.#parts = parts;
    this.#detach = parts.line.attach({ release: () => this.#schedule() });
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** What the sender's system cannot take off its hands: always the same array until all of it has gone. */
  get stuck(): readonly { readonly data: string }[] {
    return this.#stuck;
  }

  /** What is stuck is never sent. */
  discardStuck(): void {
    if (this.#stuck.length === 0) return;
    this.#stuck = [];
    this.#queue = [];
  }

  send(parcel: Parcel): void {
    if (this.#isCut) return;
    const { line } = this.#parts;
    this.#last = Math.max(this.#last, line.time.now() + line.latency());
    this.#queue.push({ parcel, at: this.#last });
    if ('text' in parcel && line.isSlow(this.#parts.direction)) this.#stuck.push({ data: parcel.text });
    this.#schedule();
  }

  /** What is on its way is lost, and nothing comes after it. */
  cut(): void {
    this.#isCut = true;
    this.#queue = [];
    this.#detach();
  }

  #schedule(): void {
    const [head] = this.#queue;
    const { line, direction } = this.#parts;
    if (!head || this.#isScheduled || line.isBlocked(direction)) return;
    this.#isScheduled = true;
    line.time.after(head.at - line.time.now(), () => {
      this.#isScheduled = false;
      this.#deliver();
      this.#schedule();
    });
  }

  #deliver(): void {
    const { line, direction, deliver } = this.#parts;
    if (line.isBlocked(direction)) return;
    const head = this.#queue.shift();
    if (this.#queue.length === 0 && this.#stuck.length > 0) this.#stuck = [];
    if (head) deliver(head.parcel);
  }
}
