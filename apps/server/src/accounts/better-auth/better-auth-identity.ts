import type { AuthContext } from 'better-auth';

import type { Identity, NewStaff } from '../identity.ts';
import { answered } from './answered.ts';
import { putIdentity, readIdentities } from './identity-archive.ts';
import { libraryPasskeys } from './library-passkeys.ts';
import { libraryPasswords } from './library-passwords.ts';
import { libraryProvider } from './library-provider.ts';
import { librarySecondFactor } from './library-second-factor.ts';
import { deviceHeaders, librarySessions, newSession } from './library-sessions.ts';
import type { IdentityParts } from './open-library.ts';
import { openedLibrary } from './opened-library.ts';
import type { OpenedLibrary } from './opened-library.ts';

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

/** Who has an identity here, and who has none any more. */
function keepingStaff(opened: OpenedLibrary): Pick<Identity, 'addStaff' | 'ownerOf' | 'forget'> {
  return {
    addStaff: async (staff) => addStaff((await opened()).context, staff),
    async ownerOf(email) {
      const { context } = await opened();
      return (await context.internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null;
    },
    async forget(person) {
      const { context } = await opened();
      const sessions = await context.internalAdapter.listSessions(person);
      const where = [{ field: 'userId', value: person }];
      await context.adapter.deleteMany({ model: 'twoFactor', where });
      await context.adapter.deleteMany({ model: 'passkey', where });
      await context.internalAdapter.deleteUser(person);
      return sessions.map(({ id }) => id);
    },
  };
}

/** Identities and sessions by better-auth; only the files of this folder know the library. */
export function createBetterAuthIdentity(parts: IdentityParts): Identity {
  const opened = openedLibrary(parts);
  return {
    ...librarySessions(opened),
    ...keepingStaff(opened),
    secondFactor: librarySecondFactor(opened),
    passkeys: libraryPasskeys(opened),
    passwords: libraryPasswords(opened),
    provider: libraryProvider(opened),
    signIn: ({ device, ...credentials }) =>
      answered(async () => {
        const { api } = await opened();
        const asked = { body: credentials, headers: deviceHeaders(device), returnHeaders: true } as const;
        const { headers, response } = await api.signInEmail(asked);
        // Where there is a second factor the library answers something else than its types say, and no session began.
        if (!('twoFactorRedirect' in response)) return newSession(response.user.id, headers);
        const { twoFactorMethods } = response as { twoFactorMethods?: readonly string[] };
        const waits = twoFactorMethods?.includes('totp') === true ? 'code' : 'passkey';
        return { waits, setCookies: headers.getSetCookie() };
      }),
    async *archive() {
      yield* readIdentities((await opened()).context);
    },
    bringIn: async (row) => putIdentity((await opened()).context, row),
  };
}
