import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

import { newId } from '../../time-and-chance.ts';
import type { Random } from '../../time-and-chance.ts';

/** How long a question to a device is good, in seconds. */
const questionSeconds = 5 * 60;
const cookieName = 'passkey';

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
export function passkeys(random: Random) {
  return {
    id: 'passkeys',
    schema: { passkey: passkeyTable },
    endpoints: {
      askPasskey: createAuthEndpoint({ method: 'POST', body: z.object({ question: z.string() }) }, async (ctx) => {
        const { internalAdapter, secret } = ctx.context;
        const cookie = ctx.context.createAuthCookie(cookieName, { maxAge: questionSeconds });
        const identifier = `passkey-${newId(random)}`;
        const expiresAt = new Date(Date.now() + questionSeconds * 1_000);
        await internalAdapter.createVerificationValue({ value: ctx.body.question, identifier, expiresAt });
        await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return { asked: true };
      }),
      takePasskeyQuestion: createAuthEndpoint({ method: 'POST' }, async (ctx) => {
        const cookie = ctx.context.createAuthCookie(cookieName);
        const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
        if (!identifier) return null;
        const asked = await ctx.context.internalAdapter.consumeVerificationValue(identifier);
        return asked && asked.expiresAt > new Date() ? asked.value : null;
      }),
      openStaffSession: createAuthEndpoint({ method: 'POST', body: z.object({ person: z.string() }) }, async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.person);
        if (!user) throw new Error('a passkey of nobody');
        const session = await ctx.context.internalAdapter.createSession(user.id, false);
        await setSessionCookie(ctx, { session, user });
        return { person: user.id };
      }),
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
