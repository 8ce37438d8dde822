import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { KnownNetworks } from '../http/known-networks.ts';
import type { CookieHeaders } from '../http/signed-in.ts';
import type { Identity } from './identity.ts';
import type { KnownDevices } from './known-devices.ts';

/** Whose tries are counted together, and when it is their turn. */
export interface SignInSource {
  /** A browser that is known for this account, else a network. */
  readonly key: string;
  /** 0 comes first: who is known; then strangers, by how many wrong passwords came from their network. */
  readonly rank: number;
}

/** Wrong passwords of a network are remembered so long. */
const rememberedSeconds = 15 * 60;
/** After so many a network on which people of the instance are is as strange as any other: somebody there guesses. */
const mostOfKnown = 30;
/** More wrong passwords make nobody stranger. */
const strangest = 5;

/** Tells whom a flood of guesses must not keep out from whoever may be part of it (SEC-30). */
export class SignInSources {
  readonly #devices: KnownDevices;
  readonly #networks: KnownNetworks;
  readonly #ownerOf: Identity['ownerOf'];
  readonly #wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: mostOfKnown, duration: rememberedSeconds });

  constructor(parts: { devices: KnownDevices; networks: KnownNetworks; identity: Pick<Identity, 'ownerOf'> }) {
    this.#devices = parts.devices;
    this.#networks = parts.networks;
    this.#ownerOf = (email) => parts.identity.ownerOf(email);
  }

  async of(email: string, { headers, network }: { headers: CookieHeaders; network: string }): Promise<SignInSource> {
    const device = this.#devices.read(headers);
    // For its own account alone: whoever is known here is as strange as anybody before the account of a colleague.
    if (device !== null && (await this.#ownerOf(email)) === device.person)
      return { key: `device ${device.id}`, rank: 0 };
    const wrong = (await this.#wrong.get(network))?.consumedPoints ?? 0;
    if (wrong < mostOfKnown && this.#networks.has(network)) return { key: network, rank: 0 };
    return { key: network, rank: Math.min(wrong + 1, strangest) };
  }

  /** A password from this network was wrong. */
  async wrongFrom(network: string): Promise<void> {
    await this.#wrong.penalty(network);
  }
}
