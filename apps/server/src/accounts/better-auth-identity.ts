import type { IdentityDatabase } from '@bridgeboard/storage';
import { betterAuth } from 'better-auth';
import type { AuthContext, BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';

import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';
import { putIdentity, readIdentities } from './identity-archive.ts';
import type { Identity, NewSession, NewStaff } from './identity.ts';
import { pupilSessions } from './pupil-sessions.ts';
import type { CookieHeaders } from '../http/signed-in.ts';

interface IdentityParts {
  readonly database: IdentityDatabase;
  /** Signs the cookies; a session's token alone opens nothing. */
  readonly secret: string;
  /** Whether people reach this instance by https, so that cookies may be bound to it. */
  readonly isHttps: boolean;
  readonly random: Random;
}

/** How long staff stay signed in on a device, in seconds. */
const staffSessionSeconds = 7 * 24 * 60 * 60;

/** Each store by the library's own adapter, which is loaded only for the store in use. */
async function adapterFor(database: IdentityDatabase): Promise<NonNullable<BetterAuthOptions['database']>> {
  if (database.kind === 'sqlite') return database.database;
  if (database.kind === 'memory') {
    const { memoryAdapter } = await import('better-auth/adapters/memory');
    return memoryAdapter({ user: [], session: [], account: [], verification: [] });
  }
  const { mongodbAdapter } = await import('better-auth/adapters/mongodb');
  // A stand-alone server has no transactions, and the adapter would use them as soon as it is given a client.
  return mongodbAdapter(database.db, { client: database.client, transaction: database.transactions });
}

function optionsFor({ secret, isHttps, random }: IdentityParts) {
  const cookie = isHttps ? '__Host-bridgeboard' : 'bridgeboard';
  return {
    secret,
    baseURL: isHttps ? 'https://bridgeboard.invalid' : 'http://bridgeboard.invalid',
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our own limits count by account and network; the library's would lock a whole school out by its address.
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, autoSignIn: false },
    // A session lasts as long as it was given: no cookie changes on the way, and a stolen one does not live on.
    session: { expiresIn: staffSessionSeconds, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: cookie,
      cookies: { session_token: { name: cookie } },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: 'lax', path: '/' },
      disableOriginCheck: false,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(random) },
    },
    // Nothing about a device is kept beside a session (SG-02, SG-05).
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    plugins: [pupilSessions()],
  } satisfies BetterAuthOptions;
}

function cookieHeaders({ cookie }: CookieHeaders): Headers {
  return new Headers(cookie === undefined ? {} : { cookie });
}

function newSession(user: string, headers: Headers): NewSession {
  return { user, setCookies: headers.getSetCookie() };
}

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

/** Identities and sessions by better-auth; the only file that knows the library. Makes its tables on the first start. */
export async function createBetterAuthIdentity(parts: IdentityParts): Promise<Identity> {
  const auth = betterAuth({ ...optionsFor(parts), database: await adapterFor(parts.database) });
  const context = await auth.$context;
  if (parts.database.kind === 'sqlite') await context.runMigrations();
  return {
    async signIn(credentials) {
      try {
        const { headers, response } = await auth.api.signInEmail({ body: credentials, returnHeaders: true });
        return newSession(response.user.id, headers);
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null;
        throw error;
      }
    },
    async openPupilSession(pupil) {
      const { headers } = await auth.api.openPupilSession({ body: { pupil }, returnHeaders: true });
      return newSession(pupil, headers);
    },
    async session(headers) {
      if (headers.cookie === undefined) return null;
      const answer = await auth.api.getSession({ headers: cookieHeaders(headers) });
      if (answer === null) return null;
      const { id, userId, createdAt, expiresAt } = answer.session;
      return { id, user: userId, startedAt: createdAt.getTime(), expiresAt: expiresAt.getTime() };
    },
    async endSession(headers) {
      const ended = await auth.api.signOut({ headers: cookieHeaders(headers), returnHeaders: true });
      return ended.headers.getSetCookie();
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
