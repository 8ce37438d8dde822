import { readFileSync } from 'node:fs';

const established = '01';

/** Bytes that wait in the kernel of the server's side, by the port of the client's. */
type ServerSides = ReadonlyMap<number, number>;

function portOf(address: string): number {
  return Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
}

/**
 * The connections that the server still holds, as the kernel of this machine knows them: a client that does not read is not
 * told when it is let go. Linux only.
 */
function serverSides(serverPort: number): ServerSides {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1));
  const sides = new Map<number, number>();
  for (const line of lines) {
    const [, from = '', to = '', state, queues = ''] = line.trim().split(/\s+/);
    if (state === established && portOf(from) === serverPort)
      sides.set(portOf(to), Number.parseInt(queues.split(':')[0] ?? '0', 16));
  }
  return sides;
}

/** Follows connections that are not read: until when the kernel took bytes for them, and when the server let go. */
export class StalledSides {
  readonly #serverPort: number;
  readonly #sides: Map<number, { queued: number; grewAt: number; cutAt: number | null }>;

  constructor(about: { readonly serverPort: number; readonly clientPorts: readonly number[]; readonly now: number }) {
    this.#serverPort = about.serverPort;
    this.#sides = new Map(about.clientPorts.map((port) => [port, { queued: 0, grewAt: about.now, cutAt: null }]));
  }

  look(now: number): void {
    const held = serverSides(this.#serverPort);
    for (const [port, side] of this.#sides) {
      const queued = held.get(port);
      if (queued === undefined) side.cutAt ??= now;
      else if (queued > side.queued) {
        side.queued = queued;
        side.grewAt = now;
      }
    }
  }

  /** When the last of them was let go, or null while one is held. */
  get allCutAt(): number | null {
    const moments = [...this.#sides.values()].map(({ cutAt }) => cutAt);
    return moments.includes(null) ? null : Math.max(...moments.map(Number));
  }

  /** The longest that the server held one after its kernel took nothing more for it, in ms. */
  get heldWhenFullMs(): number {
    return Math.max(...[...this.#sides.values()].map(({ grewAt, cutAt }) => (cutAt ?? Infinity) - grewAt));
  }
}
