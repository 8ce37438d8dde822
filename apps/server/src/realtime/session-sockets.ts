import type { ErrorCode, Refused } from '@bridgeboard/protocol';

import { lacksFactor } from '../http/signed-in.ts';
import type { PersonFromCookies, SignedIn } from '../http/signed-in.ts';
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
    this.#endWhatIsOver();
  }

  /** Sessions whose time ran out, or the time they had for a second factor; asked now and then. */
  endExpired(now: number): void {
    for (const [session, at] of this.#endedAt) if (at < now - rememberMs) this.#endedAt.delete(session);
    this.#endWhatIsOver();
  }

  /** Asks anew who the staff of a school are that have a socket, because what they are or what is asked of them has changed. */
  async renewStaff(school: string, personFromCookies: PersonFromCookies): Promise<void> {
    const theirs = this.#all().filter(({ data: { signedIn } }) => {
      return signedIn.person.role === 'staff' && signedIn.person.school === school;
    });
    for (const socket of theirs) {
      const signedIn = await personFromCookies({ cookie: socket.handshake.headers.cookie });
      if (signedIn === null) endSocket(socket, this.#parts.refusal('SESSION_ENDED'));
      else socket.data.signedIn = signedIn;
    }
    this.#endWhatIsOver();
  }

  /** Why there is nothing here for this session any more; null where there is. Also for a socket that was let in while it ended. */
  whyOver(signedIn: SignedIn): 'SESSION_ENDED' | 'SECOND_FACTOR_NEEDED' | null {
    const now = this.#parts.now();
    if (this.#endedAt.has(signedIn.sessionId) || signedIn.expiresAt <= now) return 'SESSION_ENDED';
    return lacksFactor(signedIn, now) ? 'SECOND_FACTOR_NEEDED' : null;
  }

  /** Whether a session has a board open. */
  isLive(sessionId: string): boolean {
    return this.#all().some((socket) => socket.data.signedIn.sessionId === sessionId);
  }

  #all(): AnyClient[] {
    const { boards, viewers } = this.#parts;
    return [...boards.sockets.values(), ...viewers.sockets.values()];
  }

  #endWhatIsOver(): void {
    for (const socket of this.#all()) {
      const why = this.whyOver(socket.data.signedIn);
      if (why !== null) endSocket(socket, this.#parts.refusal(why));
    }
  }
}
