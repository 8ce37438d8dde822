import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

const text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
const password = z.string().check(z.maxLength(128));
const done = z.object({});

/** What is told of a school's own provider: all but its secret. */
const providerSetting = z.object({ name: text(60), issuer: text(500), clientId: text(300) });
export type ProviderSetting = z.infer<typeof providerSetting>;

export const getSchoolProvider = endpoint({
  method: 'GET',
  path: '/api/school/provider',
  action: 'run the own school',
  summary:
    'Reads the own school’s provider of sign-in, all but its secret; `callback` is the address to enter at the provider.',
  status: 200,
  answer: z.object({ provider: z.nullable(providerSetting), callback: z.string() }),
});

export const postSchoolProvider = endpoint({
  method: 'POST',
  path: '/api/school/provider',
  action: 'run the own school',
  summary:
    'Sets the own school’s provider of sign-in, after it was asked whether it is one and knows this instance. A `clientSecret` of null keeps the secret, where provider and client id stay. Needs a second factor and the password; where another one takes its place, sessions that the old one began end.',
  status: 200,
  body: z.extend(providerSetting, { clientSecret: z.nullable(text(1_000)), password }),
  answer: done,
});

export const postTrySchoolProvider = endpoint({
  method: 'POST',
  path: '/api/school/provider/try',
  action: 'run the own school',
  summary:
    'Asks the own school’s provider of sign-in whether it is there and knows this instance; nobody is signed in.',
  status: 200,
  answer: done,
});

export const postRemoveSchoolProvider = endpoint({
  method: 'POST',
  path: '/api/school/provider/remove',
  action: 'run the own school',
  summary:
    'Removes the own school’s provider of sign-in; sessions that it began end. Needs a second factor and the password.',
  status: 200,
  body: z.object({ password }),
  answer: done,
});
