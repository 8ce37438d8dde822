import type { Server as HttpServer } from 'node:http';

import { boardNamespace, viewerNamespace, type ErrorCode, type Refused } from '@bridgeboard/protocol';

import type { IsOwnOrigin } from '../http/check-origin.ts';
import { createClientAddress, type ClientAddress } from '../http/client-address.ts';
import type { Meters } from '../observability/meters.ts';
import type { PeopleCounts } from '../observability/readings.ts';
import type { FanOut } from '../rooms/fan-out.ts';
import { Connections } from './connections.ts';
import { createSocketServer, type SocketServer } from './create-socket-server.ts';
import { endSocket } from './end-socket.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { Counted } from '../http/counted.ts';
import { SendLimits } from './limits/send-limits.ts';
import { SocketDoor, type SocketLimits } from './limits/socket-door.ts';
import { outboxBeatMs } from './outbox/outbox-limits.ts';
import { Outboxes, type OutboxCounts } from './outbox/outboxes.ts';
import { serveBoards } from './serve-boards.ts';
import { SlowPointers } from './slow-pointers.ts';
import { SessionSockets } from './session-sockets.ts';
import type { BoardNamespace, ViewerNamespace } from './socket-data.ts';
import { SocketFanOut } from './socket-fan-out.ts';

interface Parts {
  readonly httpServer: HttpServer;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly trustedProxies: readonly string[];
  readonly socketLimits: SocketLimits;
  readonly refusal: (code: ErrorCode) => Refused;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onError: (what: string, reason: unknown) => void;
  readonly meters: Pick<Meters, 'refused'>;
  readonly onFaultTold: (requestId: string) => void;
}

/** All sockets of this server: who may have one, what they may send, and what is waiting for them. */
export class Gateway {
  readonly fanOut: FanOut;
  readonly sessionSockets: SessionSockets;
  readonly #parts: Parts;
  readonly #server: SocketServer;
  readonly #namespaces: { readonly boards: BoardNamespace; readonly viewers: ViewerNamespace };
  readonly #door: SocketDoor;
  readonly #addressOf: ClientAddress;
  readonly #connections = new Connections();
  readonly #outboxes = new Outboxes();
  readonly #slowPointers = new SlowPointers();
  readonly #sendLimits: SendLimits;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#door = new SocketDoor(parts.socketLimits);
    this.#addressOf = createClientAddress(parts.trustedProxies);
    const edge = { door: this.#door, connections: this.#connections, addressOf: this.#addressOf };
    this.#server = createSocketServer({ ...parts, ...edge });
    this.#namespaces = { boards: this.#server.of(boardNamespace), viewers: this.#server.of(viewerNamespace) };
    this.#sendLimits = new SendLimits(parts);
    this.fanOut = new SocketFanOut(this.#namespaces);
    this.sessionSockets = new SessionSockets({ ...parts, ...this.#namespaces });
  }

  /** Takes sockets from now on. */
  serve(around: Pick<GatewayDeps, 'rooms' | 'personFromCookies' | 'standingOf' | 'hasWeakLink'>): void {
    serveBoards(this.#namespaces, {
      ...this.#parts,
      ...around,
      addressOf: this.#addressOf,
      door: this.#door,
      seats: new Counted(),
      sendLimits: this.#sendLimits,
      outboxes: this.#outboxes,
      slowPointers: this.#slowPointers,
      connections: this.#connections,
      sessionSockets: this.sessionSockets,
    });
  }

  /** Looks after slow readers and connections that ought to end, and forgets old counts; called every `outboxBeatMs`. */
  beat(): void {
    this.#outboxes.beat(this.#parts.now());
    this.#slowPointers.beat(this.#parts.now());
    this.#connections.beat();
    this.#sendLimits.forget();
  }

  /** How readers stand, for whoever watches over the server. */
  counts(): OutboxCounts {
    return this.#outboxes.counts();
  }

  /** Who is there; sockets, so that somebody with two tabs counts twice. */
  people(): PeopleCounts {
    const { boards, viewers } = this.#namespaces;
    const staff = [...boards.sockets.values()].filter(({ data }) => data.signedIn.person.role === 'staff').length;
    return { staff, pupil: boards.sockets.size - staff, viewer: viewers.sockets.size };
  }

  /** Ends every connection: in order where the other side answers, otherwise within a second. */
  async close(): Promise<void> {
    const { boards, viewers } = this.#namespaces;
    // Rooms have told theirs; these have not said yet which board they are for.
    for (const socket of [...boards.sockets.values(), ...viewers.sockets.values()]) {
      endSocket(socket, this.#parts.refusal('SERVER_RESTARTING'));
    }
    const late = setInterval(() => this.beat(), outboxBeatMs);
    await this.#server.close();
    clearInterval(late);
  }
}
