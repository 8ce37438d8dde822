import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import type { SignedIn } from './signed-in.ts';
import { Refused } from './refusal.ts';

/** Requests a minute: for each session by role, of pictures apart, and for everybody of one network who is not signed in. */
export const requestsPerMinute = { pupil: 120, staff: 600, pictures: 1_200, network: 1_200 } as const;

/** Counts one request. Throws `Refused` RATE with the time to wait. */
export type RequestLimit = (session: SignedIn | null, network: string, isPicture?: boolean) => Promise<void>;

/** Takes one from what a key may have. Throws `Refused` RATE when nothing is left. */
async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refused('RATE', { retryAfterMs: reason.msBeforeNext });
    throw reason;
  }
}

/** The limit of all HTTP requests (limits table, "HTTP per min per session"). */
export function createRequestLimit(allowed: Readonly<Record<keyof typeof requestsPerMinute, number>>): RequestLimit {
  const limiter = (name: keyof typeof requestsPerMinute): RateLimiterMemory =>
    new RateLimiterMemory({ keyPrefix: name, points: allowed[name], duration: 60 });
  const limiters = { pupil: limiter('pupil'), staff: limiter('staff'), pictures: limiter('pictures') };
  const ofNetwork = limiter('network');
  return async (session, network, isPicture = false) => {
    if (session === null) await take(ofNetwork, network);
    else if (isPicture) await take(limiters.pictures, session.sessionId);
    else await take(limiters[session.person.role], session.sessionId);
  };
}
