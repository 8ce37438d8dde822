import type { BoardRecord } from '@bridgeboard/protocol';

import { richText, shape } from '../engine/records.ts';
import type { RawClient } from '../raw-client.ts';
import { newWord } from './new-word.ts';

/** Somebody who goes on changing a note of their own, with a word in it that stands nowhere else. */
export class Streamer {
  readonly client: RawClient;
  readonly canary: string;
  readonly note: BoardRecord;
  /** The last step that was taken. */
  step = 0;
  #timer: NodeJS.Timeout | null = null;
  #isAsking = false;
  #seq = 1;

  constructor(client: RawClient, nth: number) {
    this.client = client;
    this.canary = `canary${nth}x${newWord()}`;
    this.note = shape('note', `stream-${nth}-`, { 'props.richText': this.#words(0) });
  }

  async begin(everyMs: number): Promise<this> {
    const { refused } = await this.client.send({ seq: this.#seq, ops: [{ op: 'create', record: this.note }] });
    if (refused) throw new Error(`could not begin: ${JSON.stringify(refused)}`);
    this.#timer = setInterval(() => void this.#next(), everyMs);
    return this;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Whether an edit is on its way. */
  get isBusy(): boolean {
    return this.#isAsking;
  }

  /** The newest step of this note that a message tells of; 0 for none. */
  stepIn(text: string): number {
    const steps = [...text.matchAll(new RegExp(`${this.canary} step(\\d+)`, 'g'))];
    return Math.max(0, ...steps.map(([, step]) => Number(step)));
  }

  /** One edit on its way, as in a browser; a refused one is tried again with the next turn. */
  async #next(): Promise<void> {
    if (this.#isAsking || !this.client.socket.connected) return;
    this.#isAsking = true;
    const next = this.step + 1;
    const set = { x: next % 500, 'props.richText': this.#words(next) };
    const edit = { seq: this.#seq + 1, ops: [{ op: 'update', id: this.note.id, set }] };
    // Refused as a whole, the number is not used up: the same comes again.
    const answer = await this.client.send(edit).catch(() => null);
    if (answer) this.#seq += 1;
    if (answer && !answer.refused) this.step = next;
    this.#isAsking = false;
  }

  #words(step: number): ReturnType<typeof richText> {
    return richText(`${this.canary} step${step}`);
  }
}
