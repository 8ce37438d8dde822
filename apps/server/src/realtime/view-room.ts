import type { RoomSessions } from '../rooms/room-sessions.ts';
import type { Reader } from './outbox/outboxes.ts';
import { readerBufferOf } from './outbox/reader-buffer.ts';
import type { AnyClient } from './socket-data.ts';

/** The Socket.IO room of everybody who is sent the frames of one shared view of one board. */
export function viewRoom({ board, view }: { board: string; view: string }): string {
  return `${board} ${view}`;
}

/** The Socket.IO room of those who are sent the same without pointers, for now. */
export function stillRoom({ board, view }: { board: string; view: string }): string {
  return `${board} ${view} still`;
}

interface Place {
  readonly socket: AnyClient;
  readonly board: string;
  readonly view: string;
  /** A reader whose school has a weak link is sent no pointers either way. */
  readonly isStill: boolean;
  readonly sessions: Pick<RoomSessions, 'pause' | 'resume' | 'refreshPointers'>;
  readonly cut: () => void;
}

/** A socket as a reader of its view: how much it is told is a matter of the Socket.IO rooms it is in. */
export function readerOf(place: Place): Reader {
  const { socket, sessions, isStill, cut } = place;
  const still = stillRoom(place);
  const rooms = { flowing: isStill ? still : viewRoom(place), still, paused: null, cut: null } as const;
  return {
    buffer: readerBufferOf(socket.conn),
    mayBeSilent: isStill,
    cut,
    tell(stage, before) {
      const [to, from] = [rooms[stage], rooms[before]];
      // Into the new room before out of the old one and before the room is told: nothing falls between the two.
      if (to !== null) void socket.join(to);
      if (from !== null && from !== to) void socket.leave(from);
      if (stage === 'paused') sessions.pause(socket.id);
      else if (stage === 'flowing' && before === 'paused') sessions.resume(socket.id);
      else if (stage === 'flowing') sessions.refreshPointers(socket.id);
    },
  };
}
