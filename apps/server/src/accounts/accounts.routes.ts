import { getMe, postSignIn, postSignOut } from '@bridgeboard/protocol';
import type { SchoolBrief } from '@bridgeboard/protocol';
import type { Logger } from 'pino';

import type { Api } from '../http/call.ts';
import { coarseNetworkOf } from '../http/network.ts';
import type { Sessions } from './session.ts';
import type { SignedIn } from '../http/signed-in.ts';

interface AccountParts {
  readonly sessions: Sessions;
  readonly log: Logger;
  /** The board a pupil was let in to, or null. */
  readonly boardOf: (session: SignedIn) => Promise<string | null>;
  readonly schoolBrief: (id: string) => Promise<SchoolBrief>;
}

/** Who am I, sign in, sign out. */
export function mountAccounts(api: Api, { sessions, log, boardOf, schoolBrief }: AccountParts): void {
  api.on(getMe, async ({ session }) => {
    const { id, name, role, school } = session.person;
    const roles = [...session.roles];
    return { id, name, role, roles, school: await schoolBrief(school), board: await boardOf(session) };
  });

  api.on(postSignIn, async ({ body, network, request, response }) => {
    const { setCookies, person } = await sessions.signIn(body, { headers: request.headers, network });
    response.append('Set-Cookie', [...setCookies]);
    log.info({ event: 'signed-in', person: person.id, network: coarseNetworkOf(request.ip) }, 'staff signed in');
    return { user: { id: person.id, name: person.name } };
  });

  api.on(postSignOut, async ({ request, response }) => {
    response.append('Set-Cookie', [...(await sessions.signOut(request.headers))]);
    return { success: true };
  });
}
