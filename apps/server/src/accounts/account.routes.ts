import {
  getOwnSessions,
  getOwnSignIn,
  postBeginSecondFactor,
  postConfirmSecondFactor,
  postEndSecondFactor,
  postEndSessions,
  postRecoveryCodes,
} from '@bridgeboard/protocol';
import type { Request } from 'express';

import type { Api } from '../http/call.ts';
import type { OwnSessions } from './own-sessions.ts';
import type { Passkeys } from './passkeys.ts';
import type { SecondFactor } from './second-factor.ts';
import type { SecondFactorStore } from './second-factor-store.ts';
import type { Asker } from './session.ts';

interface AccountParts {
  readonly ownSessions: OwnSessions;
  readonly secondFactor: SecondFactor;
  readonly passkeys: Pick<Passkeys, 'list'>;
  readonly secondFactorStore: Pick<SecondFactorStore, 'recoveryCodesLeft'>;
}

const done = { done: true as const };

function askerOf({ request, network }: { request: Request; network: string }): Asker {
  return { headers: request.headers, network };
}

/** What staff see and change about how they sign in. */
export function mountAccount(api: Api, { ownSessions, secondFactor, secondFactorStore, passkeys }: AccountParts): void {
  api.on(getOwnSessions, async ({ session }) => ({ sessions: await ownSessions.of(session) }));

  api.on(postEndSessions, async ({ session, body }) => {
    await ownSessions.end(session, body.which);
    return { sessions: await ownSessions.of(session) };
  });

  api.on(getOwnSignIn, async ({ session }) => ({
    recoveryCodesLeft: await secondFactorStore.recoveryCodesLeft(session.person.id),
    passkeys: await passkeys.list(session.person.id),
  }));

  api.on(postBeginSecondFactor, async (call) => {
    return secondFactor.begin(call.session, call.body.password, askerOf(call));
  });

  api.on(postConfirmSecondFactor, async (call) => {
    const { setCookies } = await secondFactor.confirm(call.session, call.body.code, askerOf(call));
    call.response.append('Set-Cookie', [...setCookies]);
    return done;
  });

  api.on(postRecoveryCodes, async (call) => {
    return {
      recoveryCodes: await secondFactor.renewRecoveryCodes(call.session, call.body.password, askerOf(call)),
    };
  });

  api.on(postEndSecondFactor, async (call) => {
    const setCookies = await secondFactor.end(call.session, call.body, askerOf(call));
    call.response.append('Set-Cookie', [...setCookies]);
    return done;
  });
}
