import { limits } from '@bridgeboard/domain';
import { viewerJoin, type ErrorCode } from '@bridgeboard/protocol';

import { enterBoard } from './enter-board.ts';
import type { GatewayDeps } from './gateway-deps.ts';
import { joinOnce } from './join-once.ts';
import { Refusals } from './refusals.ts';
import type { ViewerClient } from './socket-data.ts';

/** Listens to the one message of somebody who only looks on; the parser lets no other through. */
export function serveViewer(socket: ViewerClient, deps: GatewayDeps): void {
  const refusals = new Refusals(socket, deps);
  const { person } = socket.data.signedIn;
  const enter = (message: unknown): Promise<ErrorCode | null> | null => {
    const wish = viewerJoin.safeParse(message);
    if (!wish.success) return null;
    return enterBoard(
      {
        socket,
        wish: wish.data,
        most: limits.board.viewers,
        // Whoever only looks on is told of no pointers anyway.
        isStill: false,
        join: (room) => room.joinViewer({ id: socket.id, person }, wish.data),
        end: (code) => refusals.end(code),
      },
      deps,
    );
  };
  joinOnce({ socket, refusals, onError: deps.onError, enter });
}
