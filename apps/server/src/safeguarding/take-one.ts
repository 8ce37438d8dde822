import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

import { Refused } from '../http/refusal.ts';

/** Takes one from what a key may have. Throws `Refused` RATE when nothing is left. */
export async function takeOne(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (reason instanceof RateLimiterRes) throw new Refused('RATE', { retryAfterMs: reason.msBeforeNext });
    throw reason;
  }
}
