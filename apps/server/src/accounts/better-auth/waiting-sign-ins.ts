import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import * as z from 'zod';

import { newId } from '../../time-and-chance.ts';
import type { Random } from '../../time-and-chance.ts';

/** How long the second step of a sign-in may take, in seconds. */
export const waitForFactorSeconds = 10 * 60;

/** Sign-ins that wait for a second factor, as the library keeps them. The endpoints have no path: no request from outside reaches them. */
export function waitingSignIns(random: Random) {
  return {
    id: 'waiting-sign-ins',
    endpoints: {
      /** Tells whose it is, so that guesses are counted by account. */
      waitingPerson: createAuthEndpoint({ method: 'GET' }, async (ctx) => {
        const { name } = ctx.context.createAuthCookie('two_factor');
        const identifier = await ctx.getSignedCookie(name, ctx.context.secret);
        if (!identifier) return null;
        const waiting = await ctx.context.internalAdapter.findVerificationValue(identifier);
        return waiting && waiting.expiresAt > new Date() ? waiting.value : null;
      }),
      /** Begins one as a right password does; the library itself does so after passwords alone. */
      beginWaiting: createAuthEndpoint({ method: 'POST', body: z.object({ person: z.string() }) }, async (ctx) => {
        const { internalAdapter, secret } = ctx.context;
        const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: waitForFactorSeconds });
        const identifier = `2fa-${newId(random)}`;
        const expiresAt = new Date(Date.now() + waitForFactorSeconds * 1_000);
        await internalAdapter.createVerificationValue({ value: ctx.body.person, identifier, expiresAt });
        const attempts = `2fa-attempts-${identifier}`;
        await internalAdapter.createVerificationValue({ value: '0', identifier: attempts, expiresAt });
        await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return { waits: true };
      }),
    },
  } satisfies BetterAuthPlugin;
}
