import {
  postBeginPasskey,
  postBeginPasskeySignIn,
  postPasskey,
  postPasskeyName,
  postPasskeySignIn,
  postRemovePasskey,
} from '@bridgeboard/protocol';
import type { Request } from 'express';
import type { Logger } from 'pino';

import type { Api } from '../http/call.ts';
import { coarseNetworkOf } from '../http/network.ts';
import { Refused } from '../http/refusal.ts';
import type { PasskeyAsker, Passkeys } from './passkeys.ts';

interface PasskeyRoutesParts {
  readonly passkeys: Passkeys;
  readonly log: Logger;
}

const done = { done: true as const };

/** Whatever changes something comes from one of our own origins, and says which. */
function askerOf({ request, network }: { request: Request; network: string }): PasskeyAsker {
  const origin = request.get('origin');
  if (origin === undefined) throw new Refused('BAD_ORIGIN');
  return { headers: request.headers, network, origin };
}

/** Passkeys: making them, keeping them, and coming in by one. */
export function mountPasskeys(api: Api, { passkeys, log }: PasskeyRoutesParts): void {
  api.on(postBeginPasskey, async (call) => {
    const { options, setCookies } = await passkeys.begin(call.session, call.body.password, askerOf(call));
    call.response.append('Set-Cookie', [...setCookies]);
    return { options };
  });
  api.on(postPasskey, async (call) => {
    const renewed = await passkeys.add(call.session, call.body, askerOf(call));
    if (renewed !== null) call.response.append('Set-Cookie', [...renewed.setCookies]);
    return done;
  });
  api.on(postPasskeyName, async ({ session, body }) => {
    await passkeys.rename(session, body.passkey, body.name);
    return done;
  });
  api.on(postRemovePasskey, async (call) => {
    await passkeys.remove(call.session, call.body, askerOf(call));
    return done;
  });
  api.on(postBeginPasskeySignIn, async (call) => {
    const { options, setCookies } = await passkeys.ask(askerOf(call).origin);
    call.response.append('Set-Cookie', [...setCookies]);
    return { options };
  });
  api.on(postPasskeySignIn, async (call) => {
    const { setCookies, person } = await passkeys.signIn(call.body.shown, askerOf(call));
    call.response.append('Set-Cookie', [...setCookies]);
    const network = coarseNetworkOf(call.request.ip);
    log.info({ event: 'signed-in', person: person.id, network }, 'staff signed in by a passkey');
    return { user: { id: person.id, name: person.name } };
  });
}
