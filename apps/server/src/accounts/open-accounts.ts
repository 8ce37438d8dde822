import type { Storage } from '@bridgeboard/storage';

import { isLoopbackOnly } from '../config.ts';
import type { Config } from '../config.ts';
import { KnownNetworks } from '../http/known-networks.ts';
import { deriveKey, openInstanceKey } from '../instance-key.ts';
import type { World } from '../world.ts';
import { createBetterAuthIdentity } from './better-auth/better-auth-identity.ts';
import type { Identity } from './identity.ts';
import { KnownDevices } from './known-devices.ts';
import { Sessions } from './session.ts';
import { SignInSources } from './sign-in-sources.ts';

/** Who may come in, and what their sessions are signed with. */
export interface Accounts {
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly instanceKey: Buffer;
  /** Whether people reach this instance by https. */
  readonly isHttps: boolean;
  /** Browsers and networks that a flood of guesses must not keep out. */
  readonly knownDevices: KnownDevices;
  readonly knownNetworks: KnownNetworks;
}

/** Opens the instance's key and the store of identities. */
export async function openAccounts(
  config: Config,
  storage: Storage,
  world: Pick<World, 'clock' | 'random'>,
): Promise<Accounts> {
  const { clock, random } = world;
  const instanceKey = await openInstanceKey(config.dataDir, random);
  const isHttps = config.publicUrl?.startsWith('https:') ?? false;
  const secret = deriveKey(instanceKey, 'session-cookies').toString('base64url');
  const identity = createBetterAuthIdentity({ database: storage.identityDatabase, secret, isHttps, random });
  const { directory } = storage;
  const knownNetworks = new KnownNetworks({ clock });
  const knownDevices = new KnownDevices({ ...world, key: deriveKey(instanceKey, 'known-devices'), isHttps });
  const sources = new SignInSources({ devices: knownDevices, networks: knownNetworks, identity });
  const demoAllowed = isLoopbackOnly(config);
  const sessions = new Sessions({ identity, directory, clock, knownDevices, sources, demoAllowed });
  return { identity, instanceKey, isHttps, knownDevices, knownNetworks, sessions };
}
