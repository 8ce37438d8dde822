import type { ClientToServerEvents, ServerToClientEvents } from '@bridgeboard/protocol';
import type { Namespace } from 'socket.io';

import type { FanOut, Payload, ServerEvent } from '../rooms/fan-out.ts';
import type { SocketData } from './socket-data.ts';

export type BoardNamespace = Namespace<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/** The Socket.IO room of everybody who has one shared view of one board. */
export function viewRoom(board: string, view: string): string {
  return `${board} ${view}`;
}

/** Rooms' messages over Socket.IO: a broadcast to a view is encoded once. */
export class SocketFanOut implements FanOut {
  readonly #namespace: BoardNamespace;

  constructor(namespace: BoardNamespace) {
    this.#namespace = namespace;
  }

  toView<E extends ServerEvent>(to: { board: string; view: string }, event: E, payload: Payload<E>): void {
    const args = [payload] as Parameters<ServerToClientEvents[E]>;
    this.#namespace.to(viewRoom(to.board, to.view)).emit(event, ...args);
  }

  toSession<E extends ServerEvent>(session: string, event: E, payload: Payload<E>): void {
    const args = [payload] as Parameters<ServerToClientEvents[E]>;
    this.#namespace.sockets.get(session)?.emit(event, ...args);
  }

  end(session: string, reason: Payload<'ended'>): void {
    const socket = this.#namespace.sockets.get(session);
    socket?.emit('ended', reason);
    socket?.disconnect(true);
  }
}
