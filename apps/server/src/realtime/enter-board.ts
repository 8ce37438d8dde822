import { can, type BoardStanding } from '@bridgeboard/domain';
import { oldestSupported, protocolVersion, socketActions, type ErrorCode } from '@bridgeboard/protocol';

import type { Room } from '../rooms/room.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { whenGone, type AnyClient } from './socket-data.ts';
import { readerOf, stillRoom, viewRoom } from './view-room.ts';

interface Entry {
  readonly socket: AnyClient;
  readonly wish: { readonly protocol: number; readonly board: string };
  /** Most sockets of this kind on one board. */
  readonly most: number;
  /** Whether it is told of others' pointers now and then only. */
  readonly isStill: boolean;
  /** Joins the room itself; resolves when the socket has been told where it stands. */
  readonly join: (room: Room, standing: BoardStanding) => unknown;
  readonly end: (code: ErrorCode) => void;
}

/**
 * Takes a socket to its board: may they, is there room, and from then on every frame of their view. Answers the code that
 * ends the socket, or null where it is in, or gone already.
 */
export async function enterBoard(entry: Entry, deps: GatewayDeps): Promise<ErrorCode | null> {
  const { socket, wish, isStill } = entry;
  const { protocol, board } = wish;
  const { person } = socket.data.signedIn;
  if (protocol < oldestSupported || protocol > protocolVersion) return 'BAD_PROTOCOL';
  const standing = await deps.standingOf(person, board);
  const denial = can(person, socketActions.join, standing);
  if (denial !== null || standing === null) return denial;
  if (socket.disconnected) return null;
  const leave = deps.seats.take(`${socket.nsp.name} ${board}`, entry.most);
  if (!leave) return 'BOARD_FULL';
  whenGone(socket, leave);
  const room = await deps.rooms.room(board);
  const view = room.viewOf(person);
  // In the view before the answer: no frame may fall between the two.
  await socket.join(isStill ? stillRoom({ board, view }) : viewRoom({ board, view }));
  await entry.join(room, standing);
  const { sessions } = room;
  const reader = readerOf({ socket, board, view, isStill, sessions, cut: () => entry.end('SLOW_CONSUMER') });
  deps.outboxes.add(reader);
  const calm = isStill ? deps.slowPointers.add(() => sessions.refreshPointers(socket.id)) : undefined;
  const gone = (): void => {
    calm?.();
    deps.outboxes.remove(reader);
    room.leave(socket.id);
  };
  // The socket may have gone while the room was opening; its disconnect came too early to be heard.
  if (socket.disconnected) {
    gone();
    return null;
  }
  whenGone(socket, gone);
  // Their role may have changed meanwhile, or they may have been sent out, and nobody looked for them in here then (SEC-05).
  if (room.viewOf(person) !== view) return 'BUSY';
  return can(person, socketActions.join, await deps.standingOf(person, board));
}
