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

export const postSignIn = endpoint({
  method: 'POST',
  path: '/api/auth/sign-in/email',
  action: 'sign in or out',
  summary: 'Signs staff in and sets the session cookie; pupils come in by `POST /api/join/pin`.',
  status: 200,
  body: z.object({
    email: z.string().check(z.maxLength(254)),
    password: z.string().check(z.maxLength(128)),
    rememberMe: z.optional(z.boolean()),
  }),
  answer: z.object({ user: z.object({ id: entityId, name: z.string() }) }),
});

export const postSignOut = endpoint({
  method: 'POST',
  path: '/api/auth/sign-out',
  action: 'sign in or out',
  summary: 'Ends this session, its sockets too. Asked without a session it does nothing.',
  status: 200,
  answer: z.object({ success: z.boolean() }),
});
