import type { ErrorCode, Refused } from '@bridgeboard/protocol';

import type { SignedIn } from '../http/signed-in.ts';
import { endSocket } from './end-socket.ts';
import type { AnyClient, BoardNamespace, ViewerNamespace } from './socket-data.ts';

/** Longer than any question to the store: a socket whose question began before its session ended is still found out. */
const rememberMs = 60_000;

interface Parts {
  readonly boards: BoardNamespace;
  readonly viewers: ViewerNamespace;
  readonly refusal: (code: ErrorCode) => Refused;
  readonly now: () => number;
}

/** Ends the sockets of sessions that are over, also those that have not said yet which board they are for (SEC-05). */
export class SessionSockets {
  readonly #parts: Parts;
  readonly #endedAt = new Map<string, number>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A session was ended: signed out, or taken over by another sign-in on that device. */
  endSession(sessionId: string): void {
    this.#endedAt.set(sessionId, this.#parts.now());
    this.#endWhere((signedIn) => signedIn.sessionId === sessionId);
  }

  /** Sessions whose time ran out; asked now and then. */
  endExpired(now: number): void {
    for (const [session, at] of this.#endedAt) if (at < now - rememberMs) this.#endedAt.delete(session);
    this.#endWhere((signedIn) => signedIn.expiresAt <= now);
  }

  /** Whether this session is over, for a socket that was let in while it ended. */
  isOver({ sessionId, expiresAt }: SignedIn): boolean {
    return this.#endedAt.has(sessionId) || expiresAt <= this.#parts.now();
  }

  /** Whether a session has a board open. */
  isLive(sessionId: string): boolean {
    return this.#all().some((socket) => socket.data.signedIn.sessionId === sessionId);
  }

  #all(): AnyClient[] {
    const { boards, viewers } = this.#parts;
    return [...boards.sockets.values(), ...viewers.sockets.values()];
  }

  #endWhere(isOver: (signedIn: SignedIn) => boolean): void {
    for (const socket of this.#all()) {
      if (isOver(socket.data.signedIn)) endSocket(socket, this.#parts.refusal('SESSION_ENDED'));
    }
  }
}
