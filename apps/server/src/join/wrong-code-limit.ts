import { RateLimiterMemory } from 'rate-limiter-flexible';

import { Refused } from '../http/refusal.ts';

/**
 * How many wrong codes of one network are heard in two minutes. Only wrong ones count: thirty pupils behind one address
 * who all mistype twice still get in.
 */
const wrongCodes = { seconds: 120, byNetworkAndSelector: 80, byNetwork: 120 } as const;

/** Counts wrong codes by the network that they come from. */
export class WrongCodeLimit {
  readonly #pair = limiter('pair', wrongCodes.byNetworkAndSelector);
  readonly #network = limiter('network', wrongCodes.byNetwork);

  /** Throws `Refused` RATE while too many wrong codes came from there. Asked before a code is looked at. */
  async check(network: string, selector: string): Promise<void> {
    await stopAt(this.#pair, `${network} ${selector}`);
    await stopAt(this.#network, network);
  }

  async miss(network: string, selector: string): Promise<void> {
    await this.#pair.penalty(`${network} ${selector}`);
    await this.#network.penalty(network);
  }
}

function limiter(keyPrefix: string, points: number): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix, points, duration: wrongCodes.seconds });
}

async function stopAt(limit: RateLimiterMemory, key: string): Promise<void> {
  const taken = await limit.get(key);
  if (taken !== null && taken.remainingPoints <= 0) throw new Refused('RATE', { retryAfterMs: taken.msBeforeNext });
}
