import type { Refused } from '@bridgeboard/protocol';

import { readerBufferOf } from './outbox/reader-buffer.ts';
import type { AnyClient } from './socket-data.ts';

/**
 * Ends a socket. The reason is the next thing this reader gets: what still waits was meant for somebody who may go on, and
 * is dropped, unless it is the server that goes. Whoever does not take it soon is cut off without (`Connections`).
 */
export function endSocket(socket: AnyClient, reason: Refused): void {
  // Messages that came with the last one are still read; ending twice would drop the reason.
  if (socket.disconnected) return;
  if (reason.code !== 'SERVER_RESTARTING') readerBufferOf(socket.conn).discard();
  socket.emit('ended', reason);
  socket.disconnect(true);
}
