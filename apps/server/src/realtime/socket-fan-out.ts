import type { Frame, ServerToClientEvents } from '@bridgeboard/protocol';

import type { FanOut, Payload } from '../rooms/fan-out.ts';
import { endSocket } from './end-socket.ts';
import type { AnyClient, BoardNamespace, ViewerNamespace } from './socket-data.ts';
import { stillRoom, viewRoom } from './view-room.ts';

interface Parts {
  readonly boards: BoardNamespace;
  readonly viewers: ViewerNamespace;
}

/**
 * Rooms' messages over Socket.IO. A frame is encoded once for everybody who is sent it, and not at all for nobody; what
 * is sent to whom is decided before, by the Socket.IO rooms that sockets are in (see `outbox`).
 */
export class SocketFanOut implements FanOut {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  toView(to: { board: string; view: string }, { full, still }: { full: Frame; still: Frame | null }): void {
    const { boards, viewers } = this.#parts;
    const [fullRoom, quietRoom] = [viewRoom(to), stillRoom(to)];
    if (!hasPointers(full)) this.#emit(boards, [fullRoom, quietRoom], full);
    else {
      this.#emit(boards, [fullRoom], full);
      if (still) this.#emit(boards, [quietRoom], still);
    }
    if (still) this.#emit(viewers, [fullRoom], still);
  }

  toSession<E extends keyof ServerToClientEvents>(session: string, event: E, payload: Payload<E>): void {
    const args = [payload] as Parameters<ServerToClientEvents[E]>;
    this.#find(session)?.emit(event, ...args);
  }

  end(session: string, reason: Payload<'ended'>): void {
    const socket = this.#find(session);
    if (socket) endSocket(socket, reason);
  }

  #find(session: string): AnyClient | undefined {
    return this.#parts.boards.sockets.get(session) ?? this.#parts.viewers.sockets.get(session);
  }

  /** Socket.IO would encode for an empty room too. */
  #emit(namespace: BoardNamespace | ViewerNamespace, rooms: readonly string[], frame: Frame): void {
    const taken = rooms.filter((room) => namespace.adapter.rooms.has(room));
    if (taken.length > 0) namespace.to(taken).emit('frame', frame);
  }
}

function hasPointers({ pointers, moves, gone }: Frame): boolean {
  return pointers !== undefined || moves !== undefined || gone !== undefined;
}
