import type { Storage } from '@bridgeboard/storage';

import { isLoopbackOnly } from '../config.ts';
import type { Config } from '../config.ts';
import { deriveKey, openInstanceKey } from '../instance-key.ts';
import type { World } from '../world.ts';
import { createBetterAuthIdentity } from './better-auth/better-auth-identity.ts';
import type { Identity } from './identity.ts';
import { Sessions } from './session.ts';

/** Who may come in, and what their sessions are signed with. */
export interface Accounts {
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly instanceKey: Buffer;
  /** Whether people reach this instance by https. */
  readonly isHttps: boolean;
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
  return {
    identity,
    instanceKey,
    isHttps,
    sessions: new Sessions({ identity, directory, clock, demoAllowed: isLoopbackOnly(config) }),
  };
}
