import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

import { newId } from '../../time-and-chance.ts';
import type { Random } from '../../time-and-chance.ts';

/** How long a question is good, in seconds: one to a device, and one that a provider may answer after a sign-in of its own. */
const questionSeconds = { passkey: 5 * 60, provider: 10 * 60 } as const;
const kind = z.enum(['passkey', 'provider']);

/**
 * Questions that one browser was sent away with and that are answered once, and the sessions that begin by it. The endpoints
 * have no path: no request from outside reaches them.
 */
export function browserQuestions(random: Random) {
  return {
    id: 'browser-questions',
    endpoints: {
      askBrowser: createAuthEndpoint(
        { method: 'POST', body: z.object({ kind, question: z.string() }) },
        async (ctx) => {
          const { internalAdapter, secret } = ctx.context;
          const maxAge = questionSeconds[ctx.body.kind];
          const cookie = ctx.context.createAuthCookie(ctx.body.kind, { maxAge });
          const identifier = `${ctx.body.kind}-${newId(random)}`;
          const expiresAt = new Date(Date.now() + maxAge * 1_000);
          await internalAdapter.createVerificationValue({ value: ctx.body.question, identifier, expiresAt });
          await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
          return { asked: true };
        },
      ),
      takeQuestion: createAuthEndpoint({ method: 'POST', body: z.object({ kind }) }, async (ctx) => {
        const cookie = ctx.context.createAuthCookie(ctx.body.kind);
        const identifier = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
        // A cookie of one kind may have been put under the name of another.
        if (!identifier || !identifier.startsWith(`${ctx.body.kind}-`)) return null;
        const asked = await ctx.context.internalAdapter.consumeVerificationValue(identifier);
        return asked && asked.expiresAt > new Date() ? asked.value : null;
      }),
      openStaffSession: createAuthEndpoint(
        { method: 'POST', body: z.object({ person: z.string(), byProvider: z.boolean() }) },
        async (ctx) => {
          const { person, byProvider } = ctx.body;
          const user = await ctx.context.internalAdapter.findUserById(person);
          if (!user) throw new Error('a way in of nobody');
          // The last argument: the mark takes the place of its default.
          const session = await ctx.context.internalAdapter.createSession(user.id, false, { byProvider }, true);
          await setSessionCookie(ctx, { session, user });
          return { person: user.id };
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
