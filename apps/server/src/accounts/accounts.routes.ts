import {
  getMe,
  postProvider,
  postProviderAnswer,
  postSignIn,
  postSignInCode,
  postSignOut,
} from '@bridgeboard/protocol';
import type { ClassAges, SchoolBrief } from '@bridgeboard/protocol';
import type { Logger } from 'pino';

import type { Api, Call } from '../http/call.ts';
import { coarseNetworkOf } from '../http/network.ts';
import { lacksFactor } from '../http/signed-in.ts';
import type { Clock } from '../time-and-chance.ts';
import type { WaitingSignIn } from './new-session.ts';
import type { ProviderSignIn } from './provider/provider-sign-in.ts';
import type { SecondFactor } from './second-factor.ts';
import type { Sessions, StaffSession } from './session.ts';
import type { SignedIn } from '../http/signed-in.ts';

interface MeParts {
  /** The board a pupil was let in to, or null. */
  readonly boardOf: (session: SignedIn) => Promise<string | null>;
  readonly agesOf: (session: SignedIn) => Promise<ClassAges | null>;
  readonly schoolBrief: (id: string) => Promise<SchoolBrief>;
  readonly hasWeakLink: (school: string) => Promise<boolean>;
  readonly clock: Clock;
}

interface AccountParts {
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly provider: ProviderSignIn;
  readonly log: Logger;
}

/** Sign in, sign out. */
export function mountAccounts(api: Api, { sessions, secondFactor, provider, log }: AccountParts): void {
  const signedIn = (
    { setCookies, person }: StaffSession,
    { request, response }: Pick<Call<typeof postSignIn>, 'request' | 'response'>,
  ) => {
    response.append('Set-Cookie', [...setCookies]);
    log.info({ event: 'signed-in', person: person.id, network: coarseNetworkOf(request.ip) }, 'staff signed in');
    return { user: { id: person.id, name: person.name } };
  };
  const nextStep = (begun: StaffSession | WaitingSignIn, call: Parameters<typeof signedIn>[1]) => {
    if (!('waits' in begun)) return signedIn(begun, call);
    call.response.append('Set-Cookie', [...begun.setCookies]);
    return { next: begun.waits };
  };

  api.on(postSignIn, async (call) => {
    const { body, network, request } = call;
    return nextStep(await sessions.signIn(body, { headers: request.headers, network }), call);
  });

  api.on(postSignInCode, async (call) => {
    const { body, network, request } = call;
    return signedIn(await secondFactor.signIn(body.code, { headers: request.headers, network }), call);
  });

  api.on(postProvider, async ({ body, response }) => {
    const { url, setCookies } = await provider.begin(body.school);
    response.append('Set-Cookie', [...setCookies]);
    return { url };
  });

  api.on(postProviderAnswer, async (call) => {
    const { body, network, request } = call;
    return nextStep(await provider.finish(body, { headers: request.headers, network }), call);
  });

  api.on(postSignOut, async ({ request, response }) => {
    response.append('Set-Cookie', [...(await sessions.signOut(request.headers))]);
    return { success: true };
  });
}

/** Who am I. */
export function mountMe(api: Api, { boardOf, agesOf, schoolBrief, hasWeakLink, clock }: MeParts): void {
  api.on(getMe, async ({ session }) => {
    const { id, name, role, school } = session.person;
    const roles = [...session.roles];
    const from = session.lacksFactorFrom;
    const lacks = from === null ? null : { from, isDue: lacksFactor(session, clock.now()) };
    return {
      id,
      name,
      role,
      roles,
      school: await schoolBrief(school),
      ages: await agesOf(session),
      board: await boardOf(session),
      hasWeakLink: await hasWeakLink(school),
      lacks,
    };
  });
}
