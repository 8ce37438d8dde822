import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

import { fairWeather, Lane, type Weather } from './lane.ts';

const host = 'localhost';

interface Connection {
  readonly ends: readonly [Socket, Socket];
  readonly lanes: readonly [Lane, Lane];
}

/**
 * A stretch of network before a server, with bad weather on demand: it refuses, resets, swallows everything or only what
 * comes back, and is slow. Nothing that waits in it is lost unless its connection is.
 */
export class ChaosProxy {
  readonly port: number;
  readonly #to: number;
  #server: Server | null = null;
  #weather = fairWeather;
  #open = new Set<Connection>();
  #stalled: Connection[] = [];

  private constructor(ports: { from: number; to: number }) {
    this.port = ports.from;
    this.#to = ports.to;
  }

  /** Listens on one port and carries everything to another of this machine. */
  static async start(ports: { from: number; to: number }): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(ports);
    await proxy.#listen();
    return proxy;
  }

  /** For all connections, and those to come. */
  set weather(weather: Weather) {
    this.#weather = weather;
    for (const { lanes } of this.#open) for (const lane of lanes) lane.weather = weather;
  }

  /** Cuts every connection in a way that both sides hear of at once; new ones work. */
  reset(): void {
    for (const { ends } of this.#open) for (const socket of ends) socket.resetAndDestroy();
    this.#open.clear();
  }

  /** Nobody listens here any more, and every connection is cut. */
  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.close();
    this.reset();
    if (server) await once(server, 'close');
  }

  /** As in the beginning; what waited arrives. */
  async clear(): Promise<void> {
    this.weather = fairWeather;
    if (!this.#server) await this.#listen();
  }

  /** Whatever is connected now hears nothing more of the other side, as after a router has forgotten it; new ones work. */
  stall(): void {
    for (const connection of this.#open) {
      for (const lane of connection.lanes) lane.weather = { holds: 'everything', delayMs: 0 };
      this.#stalled.push(connection);
    }
    this.#open = new Set();
  }

  /** The connections that were stalled end at last. */
  endStalled(): void {
    for (const { ends } of this.#stalled.splice(0)) for (const socket of ends) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stall();
    this.endStalled();
    await this.refuse();
  }

  async #listen(): Promise<void> {
    const server = createServer((near) => this.#carry(near));
    server.listen(this.port, host);
    await once(server, 'listening');
    this.#server = server;
  }

  #carry(near: Socket): void {
    const far = connect(this.#to, host);
    const weather = this.#weather;
    const connection: Connection = {
      ends: [near, far],
      lanes: [
        new Lane({ from: near, to: far, isAnswers: false, weather }),
        new Lane({ from: far, to: near, isAnswers: true, weather }),
      ],
    };
    this.#open.add(connection);
    const gone = (): void => {
      if (near.destroyed && far.destroyed) this.#open.delete(connection);
    };
    near.on('close', gone);
    far.on('close', gone);
  }
}
