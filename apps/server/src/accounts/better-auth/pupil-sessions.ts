import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

/** How long a pupil stays signed in on a device: a school day. */
const pupilSessionMs = 12 * 60 * 60 * 1_000;

/**
 * A session for a pupil, who has no e-mail and no password: whoever calls has checked class code and picture PIN. The
 * endpoint has no path, so no request from outside reaches it.
 */
export function pupilSessions() {
  return {
    id: 'pupil-sessions',
    endpoints: {
      openPupilSession: createAuthEndpoint({ method: 'POST', body: z.object({ pupil: z.string() }) }, async (ctx) => {
        const { pupil } = ctx.body;
        const { adapter, internalAdapter } = ctx.context;
        const known = await internalAdapter.findUserById(pupil);
        const now = new Date();
        // The library wants a name and an address of everybody; a pupil's stay empty of meaning and are never shown.
        const blank = { id: pupil, name: '', email: `${pupil.toLowerCase()}@pupil.invalid`, emailVerified: false };
        const user =
          known ??
          (await adapter.create<typeof blank & { createdAt: Date; updatedAt: Date }>({
            model: 'user',
            data: { ...blank, createdAt: now, updatedAt: now },
            forceAllowId: true,
          }));
        const ends = { expiresAt: new Date(now.getTime() + pupilSessionMs) };
        const session = await internalAdapter.createSession(pupil, false, ends, true);
        await setSessionCookie(ctx, { session, user }, false, { maxAge: pupilSessionMs / 1_000 });
        return { pupil };
      }),
    },
  } satisfies BetterAuthPlugin;
}
