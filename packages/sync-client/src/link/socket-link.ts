import {
  boardNamespace,
  errorRules,
  type ClientToServerEvents,
  type ErrorCode,
  type Refused,
  type ServerToClientEvents,
} from '@bridgeboard/protocol';
import { io, type Socket } from 'socket.io-client';

import { deviceTimers, type Timers } from '../timers.ts';
import type { BoardLink, LinkListener } from './board-link.ts';
import { ReconnectPause } from './reconnect-pause.ts';

type BoardSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A server that says nothing at all in this time after it was asked is not there any more. */
const answerWithinMs = 3_000;

/** The server asks every four seconds whether we are there: when nothing has come for so long, we ask (REL-04). */
const silenceMs = 6_500;

/**
 * The link over Socket.IO. WebSocket first; long-polling where a school's proxy blocks it. Coming back after a break is
 * our own matter: Socket.IO does not do it after every kind of end, nor sooner when a device wakes up.
 * @param origin the instance's own origin, or '' for that of the page
 */
export function openSocketLink(origin = '', timers: Timers = deviceTimers): BoardLink {
  const socket: BoardSocket = io(origin + boardNamespace, {
    autoConnect: false,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials: true,
    reconnection: false,
    timeout: 10_000,
  });
  return new SocketLink(socket, timers);
}

class SocketLink implements BoardLink {
  readonly #socket: BoardSocket;
  readonly #timers: Timers;
  readonly #pause: ReconnectPause;
  #closed = false;
  #cancelConnect: (() => void) | null = null;
  #cancelProbe: (() => void) | null = null;
  #cancelSilence: (() => void) | null = null;

  constructor(socket: BoardSocket, timers: Timers) {
    this.#socket = socket;
    this.#timers = timers;
    this.#pause = new ReconnectPause({ timers, random: () => Math.random() });
  }

  open(listener: LinkListener): void {
    const socket = this.#socket;
    socket.on('connect', () => {
      this.#watchSilence();
      listener.up();
    });
    socket.on('disconnect', () => {
      this.#stopProbe();
      this.#cancelSilence?.();
      // What was meant for this connection would go out on the next one before anybody has joined there.
      socket.sendBuffer = [];
      listener.down();
      this.#connectLater({ isReached: true });
    });
    socket.on('connect_error', (error) => {
      // While it is active, the server was not reached at all; else it answered, and the answer was no.
      const refusal = socket.active ? null : refusalOf(error);
      if (refusal) listener.turnedAway(refusal);
      if (refusal?.retryable !== false) this.#connectLater({ isReached: refusal !== null });
    });
    socket.on('joined', (message) => {
      this.#pause.joined();
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
    this.#socket.emit('presence', message);
  }

  move(place: Parameters<ClientToServerEvents['move']>[0]): void {
    // A pointer's place is worth nothing once it is late.
    this.#socket.volatile.emit('move', place);
  }

  renew(): void {
    this.#socket.disconnect();
  }

  check(): void {
    if (this.#cancelConnect) this.#connectNow();
    else if (this.#socket.connected && !this.#cancelProbe) this.#probe();
  }

  close(): void {
    this.#closed = true;
    this.#stopProbe();
    this.#cancelSilence?.();
    this.#cancelConnect?.();
    this.#socket.disconnect();
  }

  /** From here on until this connection ends: whatever comes from the server begins the wait anew. */
  #watchSilence(): void {
    const heard = (): void => {
      this.#cancelSilence?.();
      this.#cancelSilence = this.#timers.after(silenceMs, () => this.check());
    };
    this.#socket.io.engine.on('heartbeat', heard);
    heard();
  }

  /** Asks for any sign of life; whatever comes from the server is one. */
  #probe(): void {
    const engine = this.#socket.io.engine;
    const heard = (): void => this.#stopProbe();
    const cancel = this.#timers.after(answerWithinMs, () => {
      this.#stopProbe();
      this.renew();
    });
    this.#cancelProbe = () => {
      cancel();
      engine.off('heartbeat', heard);
    };
    engine.on('heartbeat', heard);
    this.#socket.emit('probe');
  }

  #stopProbe(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = null;
  }

  #connectLater(how: { isReached: boolean }): void {
    if (this.#closed) return;
    this.#cancelConnect?.();
    this.#cancelConnect = this.#timers.after(this.#pause.next(how), () => this.#connectNow());
  }

  #connectNow(): void {
    this.#cancelConnect?.();
    this.#cancelConnect = null;
    if (!this.#closed) this.#socket.connect();
  }
}

/** A handshake's refusal as a coded one: the server puts the code into the error's message. */
function refusalOf(error: Error): Refused {
  const code = Object.hasOwn(errorRules, error.message) ? (error.message as ErrorCode) : 'BUSY';
  return { code, message: '', retryable: errorRules[code].retryable, requestId: '' };
}
