import type { ErrorCode, Refused } from '@bridgeboard/protocol';

import type { BoardNamespace } from './socket-fan-out.ts';

/** Ends the sockets of sessions that are over, also those that have not said yet which board they are for (SEC-05). */
export class SessionSockets {
  readonly #namespace: BoardNamespace;
  readonly #refusal: (code: ErrorCode) => Refused;

  constructor({ namespace, refusal }: { namespace: BoardNamespace; refusal: (code: ErrorCode) => Refused }) {
    this.#namespace = namespace;
    this.#refusal = refusal;
  }

  /** A session was ended: signed out, or taken over by another sign-in on that device. */
  endSession(sessionId: string): void {
    this.#endWhere((signedIn) => signedIn.sessionId === sessionId);
  }

  /** Sessions whose time ran out; asked now and then. */
  endExpired(now: number): void {
    this.#endWhere((signedIn) => signedIn.expiresAt <= now);
  }

  #endWhere(isOver: (signedIn: { sessionId: string; expiresAt: number }) => boolean): void {
    for (const socket of this.#namespace.sockets.values()) {
      if (!isOver(socket.data.signedIn)) continue;
      socket.emit('ended', this.#refusal('SESSION_ENDED'));
      socket.disconnect(true);
    }
  }
}
