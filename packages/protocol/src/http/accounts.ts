import * as z from 'zod/mini';
import { entityId } from '../model/ids.ts';
import { role, schoolBrief, staffRole } from '../model/people.ts';
import { endpoint } from './endpoint.ts';

/** Who is signed in. Pupils have no `roles`. A pupil's `board` is where staff let them in, or null while they wait. */
export const me = z.object({
  id: entityId,
  name: z.string(),
  role,
  roles: z.array(staffRole),
  school: schoolBrief,
  board: z.nullable(entityId),
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

const signedInAs = z.object({ user: z.object({ id: entityId, name: z.string() }) });

export const postSignIn = endpoint({
  method: 'POST',
  path: '/api/auth/sign-in/email',
  action: 'sign in or out',
  summary:
    'Signs staff in and sets the session cookie; where they have a second factor, `POST /api/auth/sign-in/code` comes next. Pupils come in by `POST /api/join/pin`.',
  status: 200,
  body: z.object({
    email: z.string().check(z.maxLength(254)),
    password: z.string().check(z.maxLength(128)),
    rememberMe: z.optional(z.boolean()),
  }),
  answer: z.union([signedInAs, z.object({ next: z.literal('code') })]),
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
