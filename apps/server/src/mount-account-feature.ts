import type { SchoolBrief } from '@bridgeboard/protocol';
import type { Logger } from 'pino';

import { mountAccount } from './accounts/account.routes.ts';
import { mountAccounts } from './accounts/accounts.routes.ts';
import type { Identity } from './accounts/identity.ts';
import { OwnSessions } from './accounts/own-sessions.ts';
import { PasswordAgain } from './accounts/password-again.ts';
import { SecondFactor } from './accounts/second-factor.ts';
import type { Sessions } from './accounts/session.ts';
import type { Api } from './http/call.ts';
import type { Joining } from './join/join.service.ts';
import type { Clock } from './time-and-chance.ts';

interface AccountFeatureParts {
  readonly identity: Identity;
  readonly sessions: Sessions;
  /** Whether a session has a board open. */
  readonly isLive: (sessionId: string) => boolean;
  readonly joining: Joining;
  readonly schoolBrief: (id: string) => Promise<SchoolBrief>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How people sign in, and what staff do about their own sign-in. */
export function mountAccountFeature(api: Api, parts: AccountFeatureParts): void {
  const { joining, identity } = parts;
  const passwords = new PasswordAgain(parts);
  const secondFactor = new SecondFactor({ ...parts, store: identity.secondFactor, passwords });
  mountAccounts(api, {
    ...parts,
    secondFactor,
    async boardOf(session) {
      if (session.person.role === 'staff') return null;
      const { state, board } = await joining.placeOf(session);
      return state === 'admitted' ? (board?.id ?? null) : null;
    },
  });
  const ownSessions = new OwnSessions(parts);
  mountAccount(api, { ownSessions, secondFactor, secondFactorStore: identity.secondFactor });
}
