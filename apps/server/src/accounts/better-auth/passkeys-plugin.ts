import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';

/** What is kept of a passkey, in a table of the library's store, so that it is backed up, moved and forgotten with its owner. */
const passkeyTable = {
  fields: {
    userId: { type: 'string', required: true, references: { model: 'user', field: 'id' }, index: true },
    name: { type: 'string', required: true },
    credentialId: { type: 'string', required: true, index: true },
    publicKey: { type: 'string', required: true },
    counter: { type: 'number', required: true },
    transports: { type: 'string', required: true },
    createdAt: { type: 'date', required: true },
    usedAt: { type: 'date', required: false },
  },
} as const;

/** Passkeys in the library's store. The endpoints have no path: no request from outside reaches them. */
export function passkeys() {
  return {
    id: 'passkeys',
    schema: { passkey: passkeyTable },
    endpoints: {
      /** The session of these cookies goes on under a new token (SEC-06). */
      renewToken: createAuthEndpoint({ method: 'POST' }, async (ctx) => {
        const asked = await getSessionFromCtx(ctx);
        if (!asked) return null;
        const { internalAdapter } = ctx.context;
        const session = await internalAdapter.createSession(asked.user.id, false, asked.session);
        await setSessionCookie(ctx, { session, user: asked.user });
        await internalAdapter.deleteSession(asked.session.token);
        return { person: asked.user.id };
      }),
    },
  } satisfies BetterAuthPlugin;
}
