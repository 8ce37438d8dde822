import { protocolVersion, type Frame, type Refused } from '@bridgeboard/protocol';

import { BridgeboardStrokes } from './bridgeboard-strokes.ts';
import type { ConnectClient, LoadClient } from './load-client.ts';
import { SocketIoLine } from './socket-io-line.ts';

type Options = Parameters<ConnectClient>[0];

/** Somebody who only looks on: the namespace for viewers, no pointer, no edits. */
export class ViewerClient implements LoadClient {
  readonly #board: string;
  readonly #line: SocketIoLine;
  readonly #strokes: BridgeboardStrokes | null;
  readonly #complaints: string[] = [];

  constructor({ url, board, person, onPoints }: Options) {
    this.#board = board;
    this.#strokes = onPoints && new BridgeboardStrokes(onPoints);
    const namespace = '/viewers';
    this.#line = new SocketIoLine({
      url,
      cookie: person.cookie,
      namespace,
      onEvent: (event, body) => this.#onEvent(event, body),
    });
  }

  get received(): LoadClient['received'] {
    return this.#line.traffic;
  }

  get complaints(): readonly string[] {
    return [...this.#line.complaints, ...this.#complaints];
  }

  async open(): Promise<void> {
    await this.#line.open();
    const joined = this.#line.next('joined');
    this.#line.emit('join', { protocol: protocolVersion, board: this.#board });
    await joined;
  }

  step(): void {
    // Who looks on has no hand.
  }

  close(): void {
    this.#line.close();
  }

  #onEvent(event: string, body: () => unknown): void {
    if (event === 'ended') this.#complaints.push(`ended: ${(body() as Refused).code}`);
    if (event === 'refused') this.#complaints.push(`refused: ${(body() as Refused).code}`);
    const patch = event === 'frame' && this.#strokes ? (body() as Frame).patch : undefined;
    if (patch) this.#strokes?.apply(patch);
  }
}
