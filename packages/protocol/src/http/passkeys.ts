import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { signedInAs } from './accounts.ts';
import { endpoint } from './endpoint.ts';

/** A key on a device or in a password keeper that signs its owner in (WebAuthn), as its owner sees it. */
export const ownPasskey = z.object({
  id: entityId,
  name: z.string(),
  createdAt: z.number(),
  /** When it last signed somebody in, ms since 1970; null where it never has. */
  usedAt: z.nullable(z.number()),
});
export type OwnPasskey = z.infer<typeof ownPasskey>;

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const password = z.string().check(z.maxLength(128));
const bytes = (most: number) => z.string().check(z.maxLength(most), z.regex(/^[A-Za-z0-9_-]*$/));

/** What `navigator.credentials` is asked, as WebAuthn writes it in JSON. */
const options = z.looseObject({ challenge: z.string() });
/** What every answer of `navigator.credentials` has, in base64url. */
const credential = { id: bytes(1_400), rawId: bytes(1_400), type: z.literal('public-key') };
const transports = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(8));

export const newPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4_000),
    attestationObject: bytes(16_000),
    transports: z.optional(transports),
  }),
});
export type NewPasskey = z.infer<typeof newPasskey>;

export const shownPasskey = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4_000),
    authenticatorData: bytes(4_000),
    signature: bytes(2_000),
    userHandle: z.optional(z.nullable(bytes(200))),
  }),
});
export type ShownPasskey = z.infer<typeof shownPasskey>;

const done = z.object({ done: z.literal(true) });

export const postBeginPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/begin',
  action: 'manage the own account',
  summary: 'Says what a browser asks of a device for a new passkey; the question is good once and for five minutes.',
  status: 200,
  body: z.object({ password }),
  answer: z.object({ options }),
});

export const postPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys',
  action: 'manage the own account',
  summary:
    'Keeps a passkey. Where it is the first second factor of its owner the session goes on with a new token, and all others end.',
  status: 201,
  body: z.object({ name, made: newPasskey }),
  answer: done,
});

export const postPasskeyName = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/name',
  action: 'manage the own account',
  summary: 'Calls a passkey of the asker something else.',
  status: 200,
  body: z.object({ passkey: entityId, name }),
  answer: done,
});

export const postRemovePasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/remove',
  action: 'manage the own account',
  summary: 'Removes a passkey of the asker, by the password: it signs nobody in any more.',
  status: 200,
  body: z.object({ passkey: entityId, password }),
  answer: done,
});

export const postBeginPasskeySignIn = endpoint({
  method: 'POST',
  path: '/api/auth/passkey/begin',
  action: 'sign in or out',
  summary:
    'Says what a browser asks of a device to sign in by a passkey; the question is good once and for five minutes.',
  status: 200,
  answer: z.object({ options }),
});

export const postPasskeySignIn = endpoint({
  method: 'POST',
  path: '/api/auth/passkey',
  action: 'sign in or out',
  summary: 'Signs staff in by a passkey whose device has asked for a finger, a face or a PIN: both factors in one.',
  status: 200,
  body: z.object({ shown: shownPasskey }),
  answer: signedInAs,
});
