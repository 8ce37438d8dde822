import type { AuthContext } from 'better-auth';

import type { Identity, NewStaff } from '../identity.ts';
import { answered } from './answered.ts';
import { putIdentity, readIdentities } from './identity-archive.ts';
import { libraryPasswords } from './library-passwords.ts';
import { libraryProvider } from './library-provider.ts';
import { librarySecondFactor } from './library-second-factor.ts';
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
  const sessions = librarySessions(library);
  return {
    ...sessions,
    secondFactor: librarySecondFactor(library),
    passwords: libraryPasswords(library),
    openProvider: (provider, url) =>
      libraryProvider({ provider, url, options: library.options, session: sessions.session }),
    signIn: ({ device, ...credentials }) =>
      answered(async () => {
        const asked = { body: credentials, headers: deviceHeaders(device), returnHeaders: true } as const;
        const { headers, response } = await api.signInEmail(asked);
        // Where there is a second factor the library answers something else than its types say, and no session began.
        const waits = 'twoFactorRedirect' in response;
        return waits ? { waits: true, setCookies: headers.getSetCookie() } : newSession(response.user.id, headers);
      }),
    addStaff: (staff) => addStaff(context, staff),
    async ownerOf(email) {
      return (await context.internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null;
    },
    async forget(person) {
      const sessions = await context.internalAdapter.listSessions(person);
      const where = [{ field: 'userId', value: person }];
      await context.adapter.deleteMany({ model: 'twoFactor', where });
      await context.internalAdapter.deleteUser(person);
      return sessions.map(({ id }) => id);
    },
    archive: () => readIdentities(context),
    bringIn: (row) => putIdentity(context, row),
  };
}
