import { RateLimiterMemory } from 'rate-limiter-flexible';

import { Refused } from '../http/refusal.ts';

/**
 * How many wrong class codes are heard in two minutes. Only wrong ones count: thirty pupils behind one address who all
 * mistype twice still get in. All addresses together stay below 100 a minute, so that renting a thousand of them does
 * not help to guess (the arithmetic is in the specification of joining).
 */
const wrongCodes = { seconds: 120, byNetworkAndSelector: 80, byNetwork: 120, byEverybody: 200 } as const;

export class WrongCodeLimit {
  readonly #limiters = {
    pair: new RateLimiterMemory({
      keyPrefix: 'pair',
      points: wrongCodes.byNetworkAndSelector,
      duration: wrongCodes.seconds,
    }),
    network: new RateLimiterMemory({
      keyPrefix: 'network',
      points: wrongCodes.byNetwork,
      duration: wrongCodes.seconds,
    }),
    everybody: new RateLimiterMemory({
      keyPrefix: 'all',
      points: wrongCodes.byEverybody,
      duration: wrongCodes.seconds,
    }),
  };

  /** Throws `Refused` RATE while too many wrong codes came. Asked before a code is looked at. */
  async check(network: string, selector: string): Promise<void> {
    for (const [limiter, key] of this.#keys(network, selector)) {
      const taken = await limiter.get(key);
      if (taken !== null && taken.remainingPoints <= 0) throw new Refused('RATE', { retryAfterMs: taken.msBeforeNext });
    }
  }

  async miss(network: string, selector: string): Promise<void> {
    for (const [limiter, key] of this.#keys(network, selector)) await limiter.penalty(key);
  }

  #keys(network: string, selector: string): [RateLimiterMemory, string][] {
    const { pair, network: byNetwork, everybody } = this.#limiters;
    return [
      [pair, `${network} ${selector}`],
      [byNetwork, network],
      [everybody, ''],
    ];
  }
}
