import { HttpPerson } from '@bridgeboard/testkit';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

export const firstSchool = {
  name: 'Hilltop Primary',
  shortName: 'Hilltop',
  place: 'Sheffield',
  country: 'GB',
  timeZone: 'Europe/London',
  languages: ['en', 'ur'],
};

export const firstAdministrator = {
  name: 'Mrs Shah',
  roles: ['teacher'],
  email: 'Shah@hilltop.example',
  password: 'a long enough one',
};

/** The code that a server without a school has printed, or ''. */
export function codeOf({ printed }: Pick<ServerInProcess, 'printed'>): string {
  return /\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(printed.join('\n'))?.[0] ?? '';
}

/** A server with one school and its administrator, signed in: much sooner there than one with the demo. */
export async function startWithSchool(): Promise<ServerInProcess & { readonly head: HttpPerson }> {
  const server = await startInProcess({ DEMO: '0' });
  const head = new HttpPerson(server.url);
  const wish = { code: codeOf(server), school: firstSchool, administrator: firstAdministrator };
  const { status, text } = await head.post('/api/set-up', wish);
  if (status !== 201) throw new Error(`the first school was not set up: ${text}`);
  return { ...server, head };
}
