import { getWaysIn, postAskForReset, postPassword, postReset } from '@bridgeboard/protocol';
import type { WayByProvider } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import type { Passwords } from './passwords.ts';

/** Passwords: forgotten ones, and other ones. */
export function mountPasswords(
  api: Api,
  {
    passwords,
    waysByProvider,
  }: { readonly passwords: Passwords; readonly waysByProvider: () => Promise<WayByProvider[]> },
): void {
  api.on(getWaysIn, async () => ({ mail: passwords.sendsMail, providers: await waysByProvider() }));

  api.on(postAskForReset, async ({ body, network, language }) => {
    await passwords.ask(body.email, { network, language });
    return { done: true };
  });

  api.on(postReset, async ({ body, language }) => {
    return { person: await passwords.useLink(body.token, { password: body.password, language }) };
  });

  api.on(postPassword, async (call) => {
    const { session, body, language, network, request, response } = call;
    const { setCookies } = await passwords.change(
      session,
      { ...body, language },
      { headers: request.headers, network },
    );
    response.append('Set-Cookie', [...setCookies]);
    return { done: true };
  });
}
