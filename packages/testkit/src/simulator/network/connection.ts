import type { ReaderBuffer } from '../../../../../apps/server/src/realtime/outbox/reader-buffer.ts';
import { Lane, type Parcel } from './lane.ts';
import type { Line } from './line.ts';

/** What one end of a connection hears. */
export interface End {
  receive(text: string): void;
  /** Nothing more comes; said once. */
  closed(): void;
}

interface ConnectionParts {
  readonly id: string;
  /** Whose it is: a tab's name. */
  readonly name: string;
  readonly line: Line;
  readonly client: End;
}

const nobody: End = { receive: () => undefined, closed: () => undefined };

/** After this long without a sign of life both ends give a connection up, as Engine.IO does (4 s + 20 s). */
export const heartbeatMs = 24_000;

/** One socket between a browser and the server: two lanes, and two ends that may learn of its end at different times. */
export class Connection {
  readonly id: string;
  readonly name: string;
  readonly line: Line;
  readonly #client: End;
  #server: End = nobody;
  readonly #up: Lane;
  readonly #down: Lane;
  #isClientOpen = true;
  #isServerOpen = true;

  constructor({ id, name, line, client }: ConnectionParts) {
    this.id = id;
    this.name = name;
    this.line = line;
    this.#client = client;
    this.#up = new Lane({ line, direction: 'up', deliver: (parcel) => this.#atServer(parcel) });
    this.#down = new Lane({ line, direction: 'down', deliver: (parcel) => this.#atClient(parcel) });
  }

  get isOpen(): boolean {
    return this.#isClientOpen && this.#isServerOpen;
  }

  get isServerOpen(): boolean {
    return this.#isServerOpen;
  }

  get isQuiet(): boolean {
    return this.#up.isEmpty && this.#down.isEmpty;
  }

  /** The server takes the connection. */
  serve(server: End): void {
    this.#server = server;
  }

  /** What has not reached the browser, as the server's outboxes look at it. */
  asBuffer(): ReaderBuffer {
    return {
      waiting: () => this.#down.stuck,
      inFlightBytes: () => 0,
      traffic: () => null,
      discard: () => this.discardStuck(),
      terminate: () => this.endByServer(),
    };
  }

  /** What piles up for a slow browser is never sent. */
  discardStuck(): void {
    this.#down.discardStuck();
  }

  fromClient(text: string): void {
    if (!this.#isClientOpen) return;
    this.#up.send({ text });
    // Whatever repeats it on its way, or asks again: an edit takes effect at most once (P33).
    if (text.startsWith('["edit"') && this.line.takeRepeat()) this.#up.send({ text });
  }

  fromServer(text: string): void {
    if (this.#isServerOpen) this.#down.send({ text });
  }

  /** The browser closes it: what it sent before still arrives. */
  endByClient(): void {
    if (!this.#isClientOpen) return;
    this.#isClientOpen = false;
    this.#down.cut();
    this.#up.send({ end: true });
  }

  /** The server closes it: what it sent before still arrives. */
  endByServer(): void {
    if (!this.#isServerOpen) return;
    this.#down.send({ end: true });
    this.#closeServer();
  }

  /** It breaks under both; the server learns of it later, and may still read what had arrived by then. */
  break(how: { losesUp: boolean; serverLearnsAfterMs: number }): void {
    if (how.losesUp) this.#up.cut();
    this.#closeClient();
    this.line.time.after(how.serverLearnsAfterMs, () => this.#closeServer());
  }

  /** The server has waited too long for a sign of life. The browser learns of it once it can hear again. */
  giveUpByServer(): void {
    this.#closeServer();
    this.#down.send({ end: true });
  }

  /** The server process is gone, and all that was on its way with it. */
  serverDied(): void {
    this.#isServerOpen = false;
    this.#server = nobody;
    this.#up.cut();
    this.#down.send({ end: true });
  }

  #atServer(parcel: Parcel): void {
    if (!this.#isServerOpen) return;
    if ('text' in parcel) this.#server.receive(parcel.text);
    else this.#closeServer();
  }

  #atClient(parcel: Parcel): void {
    if (!this.#isClientOpen) return;
    if ('text' in parcel) this.#client.receive(parcel.text);
    else this.#closeClient();
  }

  #closeServer(): void {
    if (!this.#isServerOpen) return;
    this.#isServerOpen = false;
    this.#up.cut();
    this.#server.closed();
  }

  #closeClient(): void {
    if (!this.#isClientOpen) return;
    this.#isClientOpen = false;
    this.#down.cut();
    this.#client.closed();
  }
}
