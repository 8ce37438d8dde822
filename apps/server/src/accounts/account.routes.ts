import { getOwnSessions, postEndSessions } from '@bridgeboard/protocol';

import type { Api } from '../http/call.ts';
import type { OwnSessions } from './own-sessions.ts';

/** What staff see and change about how they sign in. */
export function mountAccount(api: Api, { ownSessions }: { readonly ownSessions: OwnSessions }): void {
  api.on(getOwnSessions, async ({ session }) => ({ sessions: await ownSessions.of(session) }));

  api.on(postEndSessions, async ({ session, body }) => {
    await ownSessions.end(session, body.which);
    return { sessions: await ownSessions.of(session) };
  });
}
