import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A stretch of network before a server. Its connections can be made to carry nothing more without being closed, as a router
 * does that has forgotten them; new ones work.
 */
export class StallableProxy {
  readonly #server: Server;
  #open = new Set<Socket>();
  #stalled: Socket[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on one port and carries everything to another of this machine. */
  static async start(ports: { from: number; to: number }): Promise<StallableProxy> {
    const server = createServer();
    const proxy = new StallableProxy(server);
    server.on('connection', (near) => proxy.#carry(near, ports.to));
    server.listen(ports.from, 'localhost');
    await once(server, 'listening');
    return proxy;
  }

  /** Whatever is connected now hears nothing more from the other side. */
  stall(): void {
    for (const socket of this.#open) {
      socket.unpipe();
      socket.removeAllListeners('data');
      socket.pause();
      this.#stalled.push(socket);
    }
    this.#open = new Set();
  }

  /** The connections that were stalled end at last. */
  endStalled(): void {
    for (const socket of this.#stalled.splice(0)) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stall();
    this.endStalled();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #carry(near: Socket, port: number): void {
    const far = connect(port, 'localhost');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(socket);
      socket.pipe(other);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        if (this.#open.delete(socket)) other.destroy();
      });
    }
  }
}
