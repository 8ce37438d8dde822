import {
  boardNamespace,
  errorRules,
  type ClientToServerEvents,
  type ErrorCode,
  type Refused,
  type ServerToClientEvents,
} from '@bridgeboard/protocol';
import { io, type Socket } from 'socket.io-client';

import type { BoardLink, LinkListener } from './board-link.ts';

type BoardSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

// A class comes back at once after a break; half of each pause is chance, so that it does not come back in step.
const reconnection = { reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.5 };

/**
 * The link over Socket.IO. WebSocket first; long-polling where a school's proxy blocks it.
 * @param origin the instance's own origin, or '' for that of the page
 */
export function openSocketLink(origin = ''): BoardLink {
  const socket: BoardSocket = io(origin + boardNamespace, {
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials: true,
    ...reconnection,
  });
  return new SocketLink(socket);
}

class SocketLink implements BoardLink {
  readonly #socket: BoardSocket;
  #closed = false;
  /** Connections that the server ended, one after the other, before this browser was on the board. */
  #endings = 0;

  constructor(socket: BoardSocket) {
    this.#socket = socket;
  }

  open(listener: LinkListener): void {
    const socket = this.#socket;
    socket.on('connect', () => listener.up());
    socket.on('disconnect', (reason) => {
      listener.down();
      // Socket.IO does not come back by itself after a close by the server, which for us is only "start again".
      if (reason === 'io server disconnect' || reason === 'io client disconnect') this.#reconnectLater();
    });
    socket.on('connect_error', (error) => {
      if (socket.active) return;
      const refusal = refusalOf(error);
      listener.turnedAway(refusal);
      if (refusal.retryable) this.#reconnectLater();
    });
    socket.on('joined', (message) => {
      this.#endings = 0;
      listener.joined(message);
    });
    socket.on('frame', (message) => listener.frame(message));
    socket.on('private', (message) => listener.private(message));
    socket.on('refused', (message) => listener.refused(message));
    socket.on('resync', (message) => listener.resync(message));
    socket.on('ended', (message) => listener.ended(message));
    socket.connect();
  }

  join(message: Parameters<ClientToServerEvents['join']>[0]): void {
    this.#socket.emit('join', message);
  }

  edit(message: Parameters<ClientToServerEvents['edit']>[0]): void {
    this.#socket.emit('edit', message);
  }

  presence(message: Parameters<ClientToServerEvents['presence']>[0]): void {
    // A pointer's place is worth nothing once it is late.
    this.#socket.volatile.emit('presence', message);
  }

  renew(): void {
    this.#socket.disconnect();
  }

  close(): void {
    this.#closed = true;
    this.#socket.disconnect();
  }

  #reconnectLater(): void {
    if (this.#closed) return;
    const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = reconnection;
    const pauseMs = Math.min(reconnectionDelay * 2 ** this.#endings, reconnectionDelayMax);
    this.#endings += 1;
    const delayMs = pauseMs * (1 + randomizationFactor * Math.random());
    setTimeout(() => {
      if (!this.#closed) this.#socket.connect();
    }, delayMs);
  }
}

/** A handshake's refusal as a coded one: the server puts the code into the error's message. */
function refusalOf(error: Error): Refused {
  const code = Object.hasOwn(errorRules, error.message) ? (error.message as ErrorCode) : 'BUSY';
  return { code, message: '', retryable: errorRules[code].retryable, requestId: '' };
}
