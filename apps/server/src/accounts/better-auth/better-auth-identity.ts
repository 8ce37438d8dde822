import type { AuthContext } from 'better-auth';
import { APIError } from 'better-auth/api';

import type { Identity, NewStaff } from '../identity.ts';
import { putIdentity, readIdentities } from './identity-archive.ts';
import { deviceHeaders, librarySessions, newSession } from './library-sessions.ts';
import { openLibrary } from './open-library.ts';
import type { IdentityParts } from './open-library.ts';

/** What of the library keeps somebody new. */
interface Keeper {
  readonly internalAdapter: Pick<AuthContext['internalAdapter'], 'findUserByEmail' | 'deleteUser' | 'linkAccount'>;
  readonly adapter: Pick<AuthContext['adapter'], 'create'>;
  readonly password: Pick<AuthContext['password'], 'hash'>;
}

async function addStaff(context: Keeper, { id, name, email, password }: NewStaff): Promise<void> {
  // A start that was cut off may have left somebody under this address whom nobody knows.
  const left = await context.internalAdapter.findUserByEmail(email.toLowerCase());
  if (left !== null) await context.internalAdapter.deleteUser(left.user.id);
  const now = new Date();
  const user = { id, name, email: email.toLowerCase(), emailVerified: true, createdAt: now, updatedAt: now };
  await context.adapter.create({ model: 'user', data: user, forceAllowId: true });
  const hash = await context.password.hash(password);
  await context.internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
}

/** Identities and sessions by better-auth; only the files of this folder know the library. */
export async function createBetterAuthIdentity(parts: IdentityParts): Promise<Identity> {
  const library = await openLibrary(parts);
  const { api, context } = library;
  return {
    ...librarySessions(library),
    async signIn({ device, ...credentials }) {
      try {
        const { headers, response } = await api.signInEmail({
          body: credentials,
          headers: deviceHeaders(device),
          returnHeaders: true,
        });
        return newSession(response.user.id, headers);
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null;
        throw error;
      }
    },
    addStaff: (staff) => addStaff(context, staff),
    async forget(person) {
      const sessions = await context.internalAdapter.listSessions(person);
      await context.internalAdapter.deleteUser(person);
      return sessions.map(({ id }) => id);
    },
    archive: () => readIdentities(context),
    bringIn: (row) => putIdentity(context, row),
  };
}
