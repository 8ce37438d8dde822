import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { endpoint } from './endpoint.ts';
import { ownPasskey } from './passkeys.ts';

/** One sign-in of the asker that still holds. */
const ownSession = z.object({
  id: entityId,
  startedAt: z.number(),
  /** When it last asked for anything, to ten minutes; now, while it has a board open. */
  seenAt: z.number(),
  /** What it was begun with, as far as a browser says: "Firefox", "Windows". */
  browser: z.nullable(z.string()),
  system: z.nullable(z.string()),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSession>;

const done = z.object({ done: z.literal(true) });
const ownSessions = z.object({ sessions: z.array(ownSession) });

export const getOwnSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  action: 'manage the own account',
  summary: 'Lists where the asker is signed in, the newest first.',
  status: 200,
  answer: ownSessions,
});

export const postEndSessions = endpoint({
  method: 'POST',
  path: '/api/account/sessions/end',
  action: 'manage the own account',
  summary:
    'Ends one session of the asker, or all but the one that asks, their sockets too; answers those that are left. What is none of the asker’s ends nothing.',
  status: 200,
  body: z.object({ which: z.union([z.object({ session: entityId }), z.object({ others: z.literal(true) })]) }),
  answer: ownSessions,
});

const password = z.string().check(z.maxLength(128));
const code = z.string().check(z.maxLength(20));
const recoveryCodes = z.readonly(z.array(z.string()));

export const getOwnSignIn = endpoint({
  method: 'GET',
  path: '/api/account/sign-in',
  action: 'manage the own account',
  summary:
    'Says how the asker signs in: how many recovery codes are left, or null where there is no app, and their passkeys.',
  status: 200,
  answer: z.object({ recoveryCodesLeft: z.nullable(z.number()), passkeys: z.array(ownPasskey) }),
});

export const postBeginSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/begin',
  action: 'manage the own account',
  summary:
    'Makes a secret for an app that shows codes (RFC 6238), and ten recovery codes, both told this once. It counts once it is confirmed.',
  status: 200,
  body: z.object({ password }),
  answer: z.object({ uri: z.string(), secret: z.string(), recoveryCodes }),
});

export const postConfirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  action: 'manage the own account',
  summary: 'Switches the second factor on, by a code of it. The session goes on with a new token.',
  status: 200,
  body: z.object({ code }),
  answer: done,
});

export const postRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/recovery-codes',
  action: 'manage the own account',
  summary: 'Makes ten new recovery codes; the old ones are worth nothing any more.',
  status: 200,
  body: z.object({ password }),
  answer: z.object({ recoveryCodes }),
});

export const postEndSecondFactor = endpoint({
  method: 'POST',
  path: '/api/account/second-factor/end',
  action: 'manage the own account',
  summary: 'Switches the second factor off, by the password and a code. The session goes on with a new token.',
  status: 200,
  body: z.object({ password, code }),
  answer: done,
});

export const postPassword = endpoint({
  method: 'POST',
  path: '/api/account/password',
  action: 'manage the own account',
  summary: 'Sets another password. All other sessions end, and this one goes on with a new token.',
  status: 200,
  body: z.object({ password, newPassword: password }),
  answer: done,
});
