import * as z from 'zod/mini';
import { classAges } from '../model/directory.ts';
import { entityId } from '../model/ids.ts';
import { role, schoolBrief, staffRole } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/**
 * Who is signed in. Pupils have no `roles`. A pupil's `board` is where staff let them in, or null while they wait. `lacks` is
 * since or from when on, ms since 1970, nothing but the own account is open for want of a second factor, or null.
 */
export const me = z.object({
  id: entityId,
  name: z.string(),
  role,
  roles: z.array(staffRole),
  school: schoolBrief,
  /** How old the pupils of one's class are; null for staff. */
  ages: z.nullable(classAges),
  board: z.nullable(entityId),
  hasWeakLink: z.boolean(),
  lacks: z.nullable(z.object({ from: z.number(), isDue: z.boolean() })),
});
export type Me = z.infer<typeof me>;

export const getMe = endpoint({
  method: 'GET',
  path: '/api/me',
  action: 'read the own account',
  summary: 'Says who is signed in.',
  status: 200,
  answer: me,
});

export const signedInAs = z.object({ user: z.object({ id: entityId, name: z.string() }) });
/** Signed in, or a second factor is to be shown first: a code, or a passkey where there is no app. */
const stepOfSignIn = z.union([signedInAs, z.object({ next: z.enum(['code', 'passkey']) })]);

export const postSignIn = endpoint({
  method: 'POST',
  path: '/api/auth/sign-in/email',
  action: 'sign in or out',
  summary:
    'Signs staff in and sets the session cookie; where they have a second factor, `POST /api/auth/sign-in/code` comes next, or for whoever has passkeys alone `POST /api/auth/passkey`. Pupils come in by `POST /api/join/pin`.',
  status: 200,
  body: z.object({
    email: z.string().check(z.maxLength(254)),
    password: z.string().check(z.maxLength(128)),
    rememberMe: z.optional(z.boolean()),
  }),
  answer: stepOfSignIn,
});

export const postSignInCode = endpoint({
  method: 'POST',
  path: '/api/auth/sign-in/code',
  action: 'sign in or out',
  summary:
    'Finishes a sign-in whose answer was `next: "code"`, with a code of the app or a recovery code; ten minutes after it, or after five wrong ones, it begins with the password again.',
  status: 200,
  body: z.object({ code: z.string().check(z.maxLength(20)) }),
  answer: signedInAs,
});

export const postSignOut = endpoint({
  method: 'POST',
  path: '/api/auth/sign-out',
  action: 'sign in or out',
  summary: 'Ends this session, its sockets too. Asked without a session it does nothing.',
  status: 200,
  answer: z.object({ success: z.boolean() }),
});

/** Letters of a password that staff choose. Those of before keep opening. */
export const passwordLength = { min: 12, max: 128 } as const;

/** A provider outside: whose staff it is for, and what they call it. */
const wayByProvider = z.object({
  school: z.nullable(z.object({ id: entityId, name: z.string() })),
  name: z.string(),
});
export type WayByProvider = z.infer<typeof wayByProvider>;

/** Whose provider is asked: a school's own, or with null the one for all others. */
const whoseProvider = z.nullable(entityId);

export const getWaysIn = endpoint({
  method: 'GET',
  path: '/api/auth/ways',
  action: 'sign in or out',
  summary:
    'Says which ways in there are: whether this instance sends mails for forgotten passwords, and the providers outside by which staff may sign in: those of schools, and with a `school` of null the one for all schools that have none of their own.',
  status: 200,
  answer: z.object({ mail: z.boolean(), providers: z.array(wayByProvider) }),
});

export const postAskForReset = endpoint({
  method: 'POST',
  path: '/api/auth/reset/ask',
  action: 'sign in or out',
  summary:
    'Sends a link for a new password to a member of staff. Answers the same, after the same time, whether there is such an address.',
  status: 200,
  body: z.object({ email: z.string().check(z.maxLength(254)) }),
  answer: z.object({ done: z.literal(true) }),
});

export const postReset = endpoint({
  method: 'POST',
  path: '/api/auth/reset',
  action: 'sign in or out',
  summary:
    'Sets a new password by the token of a link, once and within half an hour; all sessions end, and a second factor stays.',
  status: 200,
  body: z.object({
    token: z.string().check(z.maxLength(100)),
    password: z.string().check(z.maxLength(passwordLength.max)),
  }),
  /** Whose it is. */
  answer: z.object({ person: entityId }),
});

export const postProvider = endpoint({
  method: 'POST',
  path: '/api/auth/provider',
  action: 'sign in or out',
  summary:
    'Says where a provider outside is asked who somebody is, and sets the cookie that binds its answer to this browser.',
  status: 200,
  body: z.object({ school: whoseProvider }),
  answer: z.object({ url: z.string() }),
});

export const postProviderAnswer = endpoint({
  method: 'POST',
  path: '/api/auth/provider/finish',
  action: 'sign in or out',
  summary:
    'Signs staff in by what the provider sent their browser back with, once. Only staff of the school whose provider it is, who are here already, by an address that it has verified; a second factor comes next where their school wants it all the same.',
  status: 200,
  body: z.object({
    /** Whose way back it came by. */
    school: whoseProvider,
    code: z.optional(z.string().check(z.maxLength(4_000))),
    state: z.string().check(z.maxLength(500)),
    iss: z.optional(z.string().check(z.maxLength(500))),
    error: z.optional(z.string().check(z.maxLength(200))),
  }),
  answer: stepOfSignIn,
});
