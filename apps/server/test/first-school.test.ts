import { strictRules } from '@bridgeboard/protocol';
import { HttpPerson } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { codeOf, firstAdministrator as administrator, firstSchool as school } from './first-school.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

async function empty(): Promise<ServerInProcess> {
  return startInProcess({ DEMO: '0' });
}

function codeIn({ json }: { json: unknown }): string | undefined {
  return (json as { code?: string } | null)?.code;
}

it('[PP5] an empty server prints a code that is another one at each start, and a set-up one prints none', async () => {
  await using folder = await freshFolder();
  const first = await startInProcess({ DATA_DIR: folder.path, DEMO: '0' });
  const code = codeOf(first);
  expect(code).not.toBe('');
  expect(first.printed.join('\n')).toContain(`${first.url}/set-up`);
  await first.close();
  await using second = await startInProcess({ DATA_DIR: folder.path, DEMO: '0' });
  expect(codeOf(second)).not.toBe(code);
  const person = new HttpPerson(second.url);
  const wish = { school, administrator };
  expect(codeIn(await person.post('/api/set-up', { code, ...wish }))).toBe('SET_UP_CODE_WRONG');
  expect((await person.post('/api/set-up', { code: codeOf(second), ...wish })).status).toBe(201);
  await second.close();
  await using third = await startInProcess({ DATA_DIR: folder.path, DEMO: '0' });
  expect(third.printed.join('\n')).not.toMatch(/No school|set-up/);
});

it('[PP6] [PP1] the code makes a school with the strictest rules, whose first administrator is signed in', async () => {
  await using server = await empty();
  const person = new HttpPerson(server.url);
  const code = codeOf(server).toLowerCase().replaceAll('-', ' ');
  const made = await person.post('/api/set-up', { code, school, administrator });
  expect(made.status).toBe(201);
  expect((await person.get('/api/me')).json).toMatchObject({
    name: 'Mrs Shah',
    roles: ['administrator', 'teacher'],
    school: { name: 'Hilltop Primary', mark: 'a' },
  });
  expect((await person.get('/api/school')).json).toMatchObject({
    school: { ...school, rules: strictRules, link: 'good' },
    staff: [{ name: 'Mrs Shah' }],
    invitations: [],
  });
  const again = new HttpPerson(server.url);
  const { email, password } = administrator;
  expect((await again.post('/api/auth/sign-in/email', { email: email.toLowerCase(), password })).status).toBe(200);
});

it('[PP6] [PP8] a refused try leaves nothing behind, and wrong codes are limited', async () => {
  await using server = await empty();
  const person = new HttpPerson(server.url);
  const code = codeOf(server);
  const short = { ...administrator, password: 'too short' };
  expect(codeIn(await person.post('/api/set-up', { code, school, administrator: short }))).toBe('PASSWORD_SHORT');
  const nowhere = { ...school, timeZone: 'Europe/Nowhere' };
  expect(codeIn(await person.post('/api/set-up', { code, school: nowhere, administrator }))).toBe('BAD_TYPE');
  expect(await server.storage.directory.schools()).toEqual([]);
  const wrong = { code: 'AAAA-AAAA-AAAA', school, administrator };
  const answers: (string | undefined)[] = [];
  for (let nth = 0; nth < 81; nth += 1) answers.push(codeIn(await person.post('/api/set-up', wrong)));
  expect(answers.slice(0, 80)).toEqual(Array.from({ length: 80 }, () => 'SET_UP_CODE_WRONG'));
  expect(answers[80]).toBe('RATE');
  expect(codeIn(await person.post('/api/set-up', { code, school, administrator }))).toBe('RATE');
});

it('[PP7] of several who set up at once one does, and then page and route are not there', async () => {
  await using server = await empty();
  const code = codeOf(server);
  const page = (path: string) => fetch(server.url + path, { headers: { accept: 'text/html' } });
  expect((await page('/set-up')).status).not.toBe(503);
  expect(await (await page('/')).text()).toContain('href="/set-up"');
  const tries = ['one', 'two', 'three'].map((name) => {
    const email = `${name}@hilltop.example`;
    return new HttpPerson(server.url).post('/api/set-up', { code, school, administrator: { ...administrator, email } });
  });
  const answers = await Promise.all(tries);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404, 404]);
  expect(await server.storage.directory.schools()).toHaveLength(1);
  const late = await new HttpPerson(server.url).post('/api/set-up', { code, school, administrator });
  const unknown = await new HttpPerson(server.url).post('/api/not-there', {});
  expect([late.status, codeIn(late)]).toEqual([unknown.status, codeIn(unknown)]);
  for (const path of ['/set-up', '/Set-Up/']) expect((await page(path)).status).toBe(404);
});
