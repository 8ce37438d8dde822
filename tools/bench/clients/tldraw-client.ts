import { createTLSchema } from '@tldraw/tlschema';

import type { Step } from '../workload/hand.ts';
import type { ConnectClient, LoadClient } from './load-client.ts';
import { penDiff, pointerDiff } from './tldraw-diff.ts';
import { TldrawStrokes } from './tldraw-strokes.ts';
import { WebSocketLine } from './web-socket-line.ts';

/** Number of tldraw's sync protocol in 3.15.6. */
const protocolVersion = 7;
const pingEveryMs = 5_000;
const schema = createTLSchema().serialize();

type Options = Parameters<ConnectClient>[0];

/** Somebody on a board of tldraw sync 3.15.6: what its `TLSyncClient` puts on the wire for the same hand, and no store. */
export class TldrawClient implements LoadClient {
  readonly #line: WebSocketLine;
  readonly #complaints: string[] = [];
  readonly #strokes: TldrawStrokes | null;
  readonly #number: number;
  readonly #connected = Promise.withResolvers<void>();
  #ping: NodeJS.Timeout | undefined;
  #clock = 0;
  #count = 0;
  #isKnown = false;

  constructor({ url, board, person, onPoints }: Options) {
    this.#number = person.number;
    this.#strokes = onPoints && new TldrawStrokes(onPoints);
    this.#line = new WebSocketLine({
      url: `${url.replace(/^http/, 'ws')}/${board}?sessionId=session-${person.number}`,
      onMessage: (data) => this.#onMessage(data),
      onClose: () => this.#connected.reject(new Error('closed')),
    });
  }

  get received(): LoadClient['received'] {
    return this.#line.traffic;
  }

  get complaints(): readonly string[] {
    return [...this.#line.complaints, ...this.#complaints];
  }

  async open(): Promise<void> {
    await this.#line.opened();
    const connectRequestId = `connect-${this.#number}`;
    this.#send({ type: 'connect', connectRequestId, schema, protocolVersion, lastServerClock: 0 });
    await this.#connected.promise;
    this.#ping = setInterval(() => this.#send({ type: 'ping' }), pingEveryMs);
  }

  /** A change of the document and the pointer of the same moment leave in one push, as from the real client. */
  step(step: Step): void {
    const diff = step.pen ? { diff: this.#diff(step.pen) } : {};
    this.#send({ type: 'push', clientClock: this.#clock, ...diff, presence: this.#presence(step) });
    this.#clock += 1;
  }

  close(): void {
    clearInterval(this.#ping);
    this.#line.close();
  }

  #send(message: object): void {
    this.#line.send(JSON.stringify(message));
  }

  #diff(pen: NonNullable<Step['pen']>): object {
    const before = pen.isFirst ? 0 : this.#count;
    this.#count = before + 1;
    return penDiff(pen, before);
  }

  #presence(step: Step): unknown[] {
    const isFirst = !this.#isKnown;
    this.#isKnown = true;
    return pointerDiff(step, { number: this.#number, isFirst, now: Date.now() });
  }

  #onMessage(data: Buffer): void {
    if (this.#isKnown && this.#strokes === null) return;
    const message = JSON.parse(data.toString()) as {
      type: string;
      diff?: object;
      data?: { type: string; diff?: object }[];
    };
    if (message.type === 'connect') {
      this.#strokes?.apply(message.diff ?? {});
      this.#connected.resolve();
    }
    for (const part of message.data ?? [message]) if (part.type === 'patch') this.#strokes?.apply(part.diff ?? {});
  }
}
