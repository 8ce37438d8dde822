import type { ErrorCode } from '@bridgeboard/protocol';

import { storeCodeOf } from '../http/store-code.ts';
import { unreadable } from './guarded-parser.ts';
import type { Refusals } from './refusals.ts';
import type { AnyClient } from './socket-data.ts';

/** A socket that has not said by then which board it is for is ended. */
const joinWithinMs = 10_000;

interface Joining {
  readonly socket: Pick<AnyClient, 'conn'> & {
    on(event: 'join' | typeof unreadable, listener: (message: unknown) => void): unknown;
    on(event: 'disconnect', listener: () => void): unknown;
  };
  readonly refusals: Refusals;
  readonly onError: (what: string, reason: unknown) => void;
  /** Null where the message is none; otherwise resolves with the code that ends the socket, or null when it is in. */
  readonly enter: (message: unknown) => Promise<ErrorCode | null> | null;
}

/** What all sockets have in common: one join, in time, and a code for what cannot be read. */
export function joinOnce({ socket, refusals, onError, enter }: Joining): void {
  let isJoining = false;
  const late = setTimeout(() => {
    if (!isJoining) refusals.end('BAD_MESSAGE');
  }, joinWithinMs);
  socket.on('join', (message) => {
    const entering = isJoining ? null : enter(message);
    if (!entering) return refusals.refuse('BAD_MESSAGE');
    isJoining = true;
    entering.then(
      (code) => {
        if (code !== null) refusals.end(code);
      },
      (reason: unknown) => {
        onError('join', reason);
        refusals.end(storeCodeOf(reason) ?? 'INTERNAL');
      },
    );
  });
  // Only the parser makes these, with a code of ours.
  socket.on(unreadable, (code) => refusals.refuse(code as ErrorCode));
  socket.on('disconnect', () => {
    clearTimeout(late);
    // Who leaves the namespace has no other to go to, and would hold the connection open for nothing.
    socket.conn.close();
  });
}
