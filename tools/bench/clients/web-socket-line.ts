import type { Socket } from 'node:net';

import { WebSocket } from 'ws';
import type { RawData } from 'ws';

import type { Traffic } from './load-client.ts';

/** A web socket that counts what it receives; all clients of all servers use it, so that they cost the same. */
export class WebSocketLine {
  readonly traffic: Traffic = { bytes: 0, messages: 0 };
  readonly complaints: string[] = [];
  readonly #webSocket: WebSocket;
  #socket: Socket | null = null;
  readonly #opened = Promise.withResolvers<void>();
  #closing = false;

  constructor(about: {
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly onMessage: (data: Buffer) => void;
    readonly onClose?: () => void;
  }) {
    this.#webSocket = new WebSocket(about.url, {
      headers: { ...about.headers },
      perMessageDeflate: false,
      // What arrives is measured, not believed.
      skipUTF8Validation: true,
    });
    this.#webSocket.once('upgrade', ({ socket }) => (this.#socket = socket));
    this.#webSocket.on('message', (data: RawData) => {
      if (!Buffer.isBuffer(data)) return;
      this.traffic.bytes += data.length;
      this.traffic.messages += 1;
      about.onMessage(data);
    });
    this.#webSocket.once('open', () => this.#opened.resolve());
    this.#webSocket.on('error', (error) => {
      this.complaints.push(`socket: ${error.message}`);
      this.#opened.reject(error);
    });
    // Nobody may be waiting for it yet, or any more.
    this.#opened.promise.catch(() => undefined);
    this.#webSocket.on('close', (code) => {
      if (!this.#closing) this.complaints.push(`closed by the server (${code})`);
      this.#opened.reject(new Error('closed'));
      about.onClose?.();
    });
  }

  /** Resolves when the connection stands; rejects when it does not come to be. */
  opened(): Promise<void> {
    return this.#opened.promise;
  }

  send(message: string | Uint8Array): void {
    if (this.#webSocket.readyState === WebSocket.OPEN) this.#webSocket.send(message);
  }

  /** Stops reading from the network; answers the TCP port of this side. */
  pause(): number {
    this.#socket?.pause();
    return this.#socket?.localPort ?? 0;
  }

  close(): void {
    this.#closing = true;
    this.#webSocket.terminate();
  }
}
