import { codeAlphabet, passwordLength } from '@bridgeboard/protocol';
import type { IdentityDatabase } from '@bridgeboard/storage';
import { betterAuth } from 'better-auth';
import type { BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';

import { newId, pickNumber } from '../../time-and-chance.ts';
import type { Random } from '../../time-and-chance.ts';
import { waitForFactorSeconds, waitingSignIns } from './waiting-sign-ins.ts';
import { browserQuestions } from './browser-questions.ts';
import { passkeys } from './passkeys-plugin.ts';
import { pupilSessions } from './pupil-sessions.ts';

export interface IdentityParts {
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
    return memoryAdapter({ user: [], session: [], account: [], verification: [], twoFactor: [], passkey: [] });
  }
  const { mongodbAdapter } = await import('better-auth/adapters/mongodb');
  // A stand-alone server has no transactions, and the adapter would use them as soon as it is given a client.
  return mongodbAdapter(database.db, { client: database.client, transaction: database.transactions });
}

/** Ten codes of ten characters that nobody mixes up, 48 bits each. */
function recoveryCodes(random: Random): string[] {
  const five = (): string =>
    Array.from({ length: 5 }, () => codeAlphabet[pickNumber(random, codeAlphabet.length)]).join('');
  return Array.from({ length: 10 }, () => `${five()}-${five()}`);
}

function pluginsFor(random: Random) {
  return [
    pupilSessions(),
    waitingSignIns(random),
    browserQuestions(random),
    passkeys(),
    twoFactor({
      issuer: 'Bridgeboard',
      twoFactorCookieMaxAge: waitForFactorSeconds,
      // Ours count by account and network; a lock by account alone would shut people out.
      accountLockout: { enabled: false },
      backupCodeOptions: { customBackupCodesGenerate: () => recoveryCodes(random) },
    }),
  ] satisfies BetterAuthOptions['plugins'];
}

function advancedOptions({ isHttps, random }: Pick<IdentityParts, 'isHttps' | 'random'>) {
  const cookie = isHttps ? '__Host-bridgeboard' : 'bridgeboard';
  return {
    cookiePrefix: cookie,
    cookies: { session_token: { name: cookie } },
    useSecureCookies: false,
    defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: 'lax', path: '/' },
    disableOriginCheck: false,
    ipAddress: { disableIpTracking: true },
    database: { generateId: () => newId(random) },
  } satisfies BetterAuthOptions['advanced'];
}

function optionsFor({ secret, isHttps, random }: IdentityParts) {
  return {
    secret,
    baseURL: isHttps ? 'https://bridgeboard.invalid' : 'http://bridgeboard.invalid',
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our own limits count by account and network; the library's would lock a whole school out by its address.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
    },
    // A session lasts as long as it was given: no cookie changes on the way, and a stolen one does not live on.
    session: {
      expiresIn: staffSessionSeconds,
      disableSessionRefresh: true,
      // The default is what every session is that something here has raised: a code, a password.
      additionalFields: { byProvider: { type: 'boolean', required: false, input: false, defaultValue: false } },
    },
    advanced: advancedOptions({ isHttps, random }),
    // Of a device staff's own words for it are kept, so that they know it again; of a pupil's nothing (SG-02, SG-05).
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, ipAddress: null, userAgent: session['userAgent'] || null },
          }),
        },
      },
    },
    // What is kept of a link or of a sign-in that waits opens nothing for whoever reads the store.
    verification: { storeIdentifier: 'hashed' },
    plugins: pluginsFor(random),
  } satisfies BetterAuthOptions;
}

function openAuth(parts: IdentityParts, database: NonNullable<BetterAuthOptions['database']>) {
  return betterAuth({ ...optionsFor(parts), database });
}

type Auth = ReturnType<typeof openAuth>;

/** The library at work: what it offers, and what it keeps beneath that. */
export interface Library {
  readonly api: Auth['api'];
  readonly context: Awaited<Auth['$context']>;
}

/** Opens the library on a store, and makes its tables on the first start. No request from outside reaches it: all goes through our own endpoints. */
export async function openLibrary(parts: IdentityParts): Promise<Library> {
  const database = await adapterFor(parts.database);
  const { api, $context } = openAuth(parts, database);
  const context = await $context;
  if (parts.database.kind === 'sqlite') await context.runMigrations();
  return { api, context };
}
