import { Counted } from '../../http/counted.ts';

/** How many sockets there may be at a time (L14). */
export interface SocketLimits {
  readonly perSession: number;
  /** A school is often one address. */
  readonly perNetwork: number;
  readonly inAll: number;
}

/**
 * Connections that have not said yet who they are for, beyond the sockets of signed-in people: enough to answer somebody
 * who is one too many with a reason.
 */
const atTheDoor = { perNetwork: 32, inAll: 128 } as const;

/** Keeps the number of sockets within bounds, before and after it is known whose they are. */
export class SocketDoor {
  readonly #limits: SocketLimits;
  readonly #connections = new Counted();
  readonly #sockets = new Counted();

  constructor(limits: SocketLimits) {
    this.#limits = limits;
  }

  /** Whether a connection from this network may begin at all (SEC-32). */
  hasRoomFor(network: string): boolean {
    const { perNetwork, inAll } = this.#limits;
    if (this.#connections.of('all') >= inAll + atTheDoor.inAll) return false;
    return this.#connections.of(`network ${network}`) < perNetwork + atTheDoor.perNetwork;
  }

  /** A connection began; the answer is called when it is over. */
  connected(network: string): () => void {
    const over = [`network ${network}`, 'all'].map((key) => this.#connections.take(key, Infinity));
    return () => over.forEach((end) => end?.());
  }

  /** A socket of somebody signed in; null where it is one too many. The answer is called when it is over. */
  enter(about: { session: string; network: string }): (() => void) | null {
    const { perSession, perNetwork, inAll } = this.#limits;
    const wanted = [
      { key: `session ${about.session}`, most: perSession },
      { key: `network ${about.network}`, most: perNetwork },
      { key: 'all', most: inAll },
    ];
    const taken = wanted.map(({ key, most }) => this.#sockets.take(key, most));
    const leave = (): void => taken.forEach((free) => free?.());
    if (!taken.includes(null)) return leave;
    leave();
    return null;
  }
}
