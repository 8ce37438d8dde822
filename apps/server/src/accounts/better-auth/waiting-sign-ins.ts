import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/** Tells whose sign-in waits for a second factor, so that guesses are counted by account. Has no path: no request from outside reaches it. */
export function waitingSignIns() {
  return {
    id: 'waiting-sign-ins',
    endpoints: {
      waitingPerson: createAuthEndpoint({ method: 'GET' }, async (ctx) => {
        const { name } = ctx.context.createAuthCookie('two_factor');
        const identifier = await ctx.getSignedCookie(name, ctx.context.secret);
        if (!identifier) return null;
        const waiting = await ctx.context.internalAdapter.findVerificationValue(identifier);
        return waiting && waiting.expiresAt > new Date() ? waiting.value : null;
      }),
    },
  } satisfies BetterAuthPlugin;
}
