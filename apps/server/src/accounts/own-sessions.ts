import type { OwnSession } from '@bridgeboard/protocol';

import type { SignedIn } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import { readDeviceWords } from './device-words.ts';
import type { Identity } from './identity.ts';
import type { Sessions } from './session.ts';

interface OwnSessionsParts {
  readonly identity: Pick<Identity, 'sessionsOf' | 'endSessions'>;
  readonly sessions: Pick<Sessions, 'endingSessions'>;
  /** Whether a session has a board open at this moment. */
  readonly isLive: (sessionId: string) => boolean;
  readonly clock: Clock;
}

/** Where somebody is signed in, and the end of it. */
export class OwnSessions {
  readonly #parts: OwnSessionsParts;

  constructor(parts: OwnSessionsParts) {
    this.#parts = parts;
  }

  async of({ person, sessionId }: SignedIn): Promise<OwnSession[]> {
    const { identity, isLive, clock } = this.#parts;
    const found = await identity.sessionsOf(person.id);
    return found
      .toSorted((one, other) => other.startedAt - one.startedAt)
      .map(({ id, startedAt, seenAt, device }) => {
        const isThis = id === sessionId;
        const isHere = isThis || isLive(id);
        return { id, startedAt, seenAt: isHere ? clock.now() : seenAt, ...readDeviceWords(device), isThis };
      });
  }

  /** Ends one of them, or all but the one that asks, with their sockets (SEC-05). */
  async end(asker: SignedIn, which: { session: string } | { others: true }): Promise<void> {
    const { identity, sessions } = this.#parts;
    const { id } = asker.person;
    const all = (await identity.sessionsOf(id)).map((one) => one.id);
    const over = 'session' in which ? [which.session] : all.filter((one) => one !== asker.sessionId);
    await sessions.endingSessions(id, () => identity.endSessions(id, new Set(over)));
  }
}
