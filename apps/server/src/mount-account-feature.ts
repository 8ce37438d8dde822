import type { SchoolBrief } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import type { LimitFunction } from 'p-limit';
import type { Logger } from 'pino';

import { mountAccount } from './accounts/account.routes.ts';
import { mountAccounts, mountMe } from './accounts/accounts.routes.ts';
import type { Identity } from './accounts/identity.ts';
import { OwnSessions } from './accounts/own-sessions.ts';
import { mountPasskeys } from './accounts/passkeys.routes.ts';
import { Passkeys } from './accounts/passkeys.ts';
import { mountPasswords } from './accounts/passwords.routes.ts';
import { Passwords } from './accounts/passwords.ts';
import { PasswordAgain } from './accounts/password-again.ts';
import { Openid } from './accounts/provider/openid.ts';
import { mountSchoolProvider } from './accounts/provider/provider.routes.ts';
import { ProviderSignIn } from './accounts/provider/provider-sign-in.ts';
import { Providers } from './accounts/provider/providers.ts';
import { SchoolProviders } from './accounts/provider/school-provider.ts';
import { SecondFactor } from './accounts/second-factor.ts';
import type { Sessions } from './accounts/session.ts';
import type { ProviderConfig } from './config.ts';
import type { Api } from './http/call.ts';
import { deriveKey } from './instance-key.ts';
import type { Joining } from './join/join.service.ts';
import type { Mailer } from './mailer.ts';
import type { Reach } from './outgoing.ts';
import type { Clock, Random } from './time-and-chance.ts';

interface AccountFeatureParts {
  readonly identity: Identity;
  readonly sessions: Sessions;
  /** Whether a session has a board open. */
  readonly isLive: (sessionId: string) => boolean;
  readonly joining: Joining;
  readonly schoolBrief: (id: string) => Promise<SchoolBrief>;
  readonly hasWeakLink: (school: string) => Promise<boolean>;
  readonly mailer: Mailer | null;
  readonly storage: Pick<Storage, 'directory'>;
  readonly provider: ProviderConfig | null;
  /** How far schools' own providers may be. */
  readonly providerReach: Reach;
  readonly instanceKey: Buffer;
  readonly inTurn: LimitFunction;
  readonly renewStaff: (school: string) => Promise<void>;
  /** Where people find this instance. */
  readonly url: () => string;
  readonly clock: Clock;
  readonly random: Random;
  readonly onError: (what: string, reason: unknown) => void;
  readonly log: Logger;
}

/** How people sign in, and what staff do about their own sign-in. */
export function mountAccountFeature(api: Api, parts: AccountFeatureParts): void {
  const { joining, identity } = parts;
  const check = new PasswordAgain({ ...parts, store: identity.passwords });
  const passwords = new Passwords({ ...parts, store: identity.passwords, check });
  const secondFactor = new SecondFactor({ ...parts, store: identity.secondFactor, passwords: check });
  const { provider, providers } = mountProviders(api, parts, check);
  mountMe(api, {
    schoolBrief: parts.schoolBrief,
    hasWeakLink: parts.hasWeakLink,
    clock: parts.clock,
    agesOf: (session) => joining.agesOf(session),
    async boardOf(session) {
      if (session.person.role === 'staff') return null;
      const { state, board } = await joining.placeOf(session);
      return state === 'admitted' ? (board?.id ?? null) : null;
    },
  });
  mountAccounts(api, {
    ...parts,
    secondFactor,
    provider,
  });
  mountPasswords(api, { passwords, waysByProvider: () => providers.ways() });
  const ownSessions = new OwnSessions(parts);
  const passkeys = new Passkeys({ ...parts, store: identity.passkeys, passwords: check });
  mountPasskeys(api, { ...parts, passkeys });
  mountAccount(api, { ownSessions, secondFactor, secondFactorStore: identity.secondFactor, passkeys });
}

/** Sign-in by providers outside: the schools' own, and the instance's for all others. */
function mountProviders(
  api: Api,
  parts: AccountFeatureParts,
  passwords: PasswordAgain,
): { readonly provider: ProviderSignIn; readonly providers: Providers } {
  const { identity, clock, providerReach: reach, storage } = parts;
  const key = deriveKey(parts.instanceKey, 'providers');
  const providers = new Providers({ ...storage, instance: parts.provider, key, url: parts.url });
  const openid = new Openid({ clock, reach, callback: (school) => providers.callback(school) });
  mountSchoolProvider(api, new SchoolProviders({ ...parts, ...storage, providers, openid, passwords, key }));
  const factors = identity.secondFactor;
  return {
    provider: new ProviderSignIn({ ...parts, store: identity.provider, providers, openid, factors }),
    providers,
  };
}
