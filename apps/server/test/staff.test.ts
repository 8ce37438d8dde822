import type { InvitationLine, OwnSchool } from '@bridgeboard/protocol';
import { HttpPerson, RawClient, atTheDoor, makeBoard, signInStaff, until } from '@bridgeboard/testkit';
import type { HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { startWithSchool } from './first-school.ts';
import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

const password = 'a long enough one';
const sevenDays = 7 * 24 * 60 * 60 * 1_000;

let server: ServerInProcess;
let head: HttpPerson;
beforeAll(async () => {
  server = await startInProcess();
  head = await signInStaff(server, 0);
});
afterAll(() => server.close());

function codeIn({ json }: HttpAnswer): string | undefined {
  return (json as { code?: string } | null)?.code;
}

async function idOf(person: HttpPerson): Promise<string> {
  return ((await person.get('/api/me')).json as { id: string }).id;
}

async function school(of = head): Promise<OwnSchool> {
  return (await of.get('/api/school')).json as OwnSchool;
}

async function invite(roles: readonly string[], by = head): Promise<InvitationLine & { token: string }> {
  const answer = await by.post('/api/school/invitations', { name: 'Mr Okoro', roles });
  expect(answer.status).toBe(201);
  return answer.json as InvitationLine & { token: string };
}

function take(token: string, email: string, by = new HttpPerson(head.url)): Promise<HttpAnswer> {
  return by.post('/api/invitation/take', { token, email, password });
}

/** Somebody new at this administrator's school, signed in. */
async function join(roles: readonly string[], email: string, by = head): Promise<HttpPerson> {
  const { token } = await invite(roles, by);
  const person = new HttpPerson(by.url);
  expect((await take(token, email, person)).status).toBe(201);
  return person;
}

it('[PP3] teachers read the rules and who works there; administrators alone change anything', async () => {
  const { token: _, ...open } = await invite(['lead']);
  const teacher = await join(['teacher'], 'okoro@riverside.example');
  const seen = await school(teacher);
  expect(seen).toMatchObject({ school: { rules: { check: 'before' } }, invitations: [] });
  const lines = seen.staff.map(({ name, roles }) => `${name}: ${roles.join()}`);
  expect(lines).toContain('Mr Okoro: teacher');
  expect(lines).toContain('Ms Reed: teacher,administrator,lead');
  expect((await school()).invitations).toContainEqual(open);
  const { rules } = seen.school;
  const mine = await idOf(teacher);
  for (const [path, body] of [
    ['facts', { ...seen.school }],
    ['rules', { ...rules, check: 'after' }],
    [`staff/${mine}/roles`, { roles: ['administrator'] }],
    [`staff/${await idOf(head)}/end`, {}],
    ['invitations', { name: 'A friend', roles: ['administrator'] }],
    [`invitations/${open.id}/withdraw`, {}],
  ] as const) {
    expect(codeIn(await teacher.post(`/api/school/${path}`, body))).toBe('FORBIDDEN');
  }
  const other = await signInStaff(server, 1);
  expect(codeIn(await other.post(`/api/school/staff/${mine}/end`))).toBe('NOT_FOUND');
  expect(codeIn(await other.post(`/api/school/staff/${mine}/roles`, { roles: ['lead'] }))).toBe('NOT_FOUND');
  expect(codeIn(await other.post(`/api/school/invitations/${open.id}/withdraw`))).toBe('NOT_FOUND');
});

it('[PP1] [PP3] an administrator changes the facts and the rules of the own school, and of no other', async () => {
  const before = await school();
  const rules = { ...before.school.rules, hours: null, keepMonths: 6 };
  expect((await head.post('/api/school/rules', rules)).status).toBe(200);
  const facts = { ...before.school, name: 'Riverside Academy', languages: ['en', 'cy'], link: 'weak' };
  expect((await head.post('/api/school/facts', facts)).status).toBe(200);
  expect((await school()).school).toEqual({ ...before.school, ...facts, rules });
  expect((await school(await signInStaff(server, 1))).school.rules.hours).not.toBeNull();
  for (const wrong of [{ hours: { from: 600, to: 600 } }, { keepMonths: 37 }, { names: 'everything' }]) {
    expect(codeIn(await head.post('/api/school/rules', { ...rules, ...wrong }))).toBe('BAD_TYPE');
  }
});

it('[PP8] [PP10] a refused try does not use an invitation up, and touches nobody who has the address', async () => {
  const { email = '' } = server.demo.staff[1] ?? {};
  const { token } = await invite(['teacher', 'lead']);
  expect(codeIn(await take(token, email.toUpperCase()))).toBe('EMAIL_TAKEN');
  const pupil = await pupilAtTheDoor();
  expect(codeIn(await take(token, `${(await idOf(pupil)).toLowerCase()}@pupil.invalid`))).toBe('EMAIL_TAKEN');
  expect((await pupil.get('/api/me')).status).toBe(200);
  await signInStaff(server, 1);
  const person = new HttpPerson(server.url);
  const short = await person.post('/api/invitation/take', { token, email: 'o@riverside.example', password: 'short' });
  expect(codeIn(short)).toBe('PASSWORD_SHORT');
  expect((await take(token, 'o@riverside.example', person)).status).toBe(201);
  expect((await person.get('/api/me')).json).toMatchObject({ name: 'Mr Okoro', roles: ['teacher', 'lead'] });
  // Who joins the demo is of the demo, and nobody on an address that others can reach.
  expect(await server.storage.directory.staff(await idOf(person))).toMatchObject({ demo: true });
});

async function pupilAtTheDoor(): Promise<HttpPerson> {
  await makeBoard(head);
  return atTheDoor(server, { school: 0, pupil: 0 });
}

it('[PP11] places offered by somebody who is no administrator any more are withdrawn', async () => {
  const second = await join(['administrator'], 'second@riverside.example');
  const [kept, gone] = [await invite(['administrator']), await invite(['administrator'], second)];
  const onItsWay = await server.storage.invitations.invitation(gone.id);
  if (onItsWay === null) throw new Error('the invitation is kept');
  await head.post(`/api/school/staff/${await idOf(second)}/roles`, { roles: ['teacher'] });
  expect((await school()).invitations.map(({ id }) => id)).toContain(kept.id);
  expect((await school()).invitations.map(({ id }) => id)).not.toContain(gone.id);
  await server.storage.invitations.put(onItsWay);
  expect(codeIn(await take(gone.token, 'back@riverside.example'))).toBe('INVITATION_OVER');
});

it('[PP12] every session of an ended account is dead within a second, live sockets too, and it signs in no more', async () => {
  const email = 'leaving@riverside.example';
  const here = await join(['teacher'], email);
  const elsewhere = new HttpPerson(server.url);
  await elsewhere.post('/api/auth/sign-in/email', { email, password });
  const board = await makeBoard(here);
  const live = await new RawClient(elsewhere).join(board);
  const id = await idOf(here);
  const startedAt = performance.now();
  expect((await head.post(`/api/school/staff/${id}/end`)).status).toBe(200);
  await until(() => live.ended !== null, 'the end of the live session');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  expect(live.ended).toMatchObject({ code: 'SESSION_ENDED' });
  for (const person of [here, elsewhere]) expect(codeIn(await person.get('/api/me'))).toBe('SIGN_IN_NEEDED');
  const again = await new HttpPerson(server.url).post('/api/auth/sign-in/email', { email, password });
  expect(codeIn(again)).toBe('SIGN_IN_FAILED');
  expect((await school()).staff.map((one) => one.id)).not.toContain(id);
  expect(codeIn(await head.post(`/api/school/staff/${id}/roles`, { roles: ['lead'] }))).toBe('NOT_FOUND');
  // Asked again, and with the address given to somebody else.
  expect((await head.post(`/api/school/staff/${id}/end`)).status).toBe(200);
  await join(['teacher'], email);
  await live.close();
});

it('[PP2] [PP4] roles change with the next request, and the last administrator stays one', async () => {
  await using own = await startWithSchool();
  const { head: first } = own;
  const teacher = await join(['teacher'], 'okoro@hilltop.example', first);
  const [mine, theirs] = [await idOf(first), await idOf(teacher)];
  const setRoles = (by: HttpPerson, person: string, roles: readonly string[]) =>
    by.post(`/api/school/staff/${person}/roles`, { roles });
  expect(codeIn(await setRoles(first, mine, ['teacher']))).toBe('LAST_ADMINISTRATOR');
  expect(codeIn(await first.post(`/api/school/staff/${mine}/end`))).toBe('LAST_ADMINISTRATOR');
  expect((await setRoles(first, theirs, ['administrator'])).status).toBe(200);
  expect((await teacher.get('/api/me')).json).toMatchObject({ roles: ['administrator'] });
  const both = await Promise.all([setRoles(first, mine, ['teacher']), setRoles(teacher, theirs, ['teacher'])]);
  expect(both.map((one) => codeIn(one) ?? 'done').toSorted()).toEqual(['LAST_ADMINISTRATOR', 'done']);
  expect((await school(teacher)).staff.filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1);
});

it('[PP9] an invitation works once, within seven days, and until it is withdrawn', async () => {
  await using own = await startWithSchool();
  const { head: first } = own;
  const { token, id } = await invite(['teacher'], first);
  expect(JSON.stringify(await own.storage.invitations.invitation(id))).not.toContain(token.split('.')[1]);
  const anybody = new HttpPerson(own.url);
  expect((await anybody.post('/api/invitation/read', { token })).json).toEqual({
    school: 'Hilltop Primary',
    place: 'Sheffield',
    name: 'Mr Okoro',
    roles: ['teacher'],
  });
  const once = await Promise.all([
    take(token, 'one@hilltop.example', new HttpPerson(own.url)),
    take(token, 'two@hilltop.example', new HttpPerson(own.url)),
  ]);
  expect(once.map((one) => codeIn(one) ?? 'done').toSorted()).toEqual(['INVITATION_OVER', 'done']);
  const withdrawn = await invite(['teacher'], first);
  expect((await first.post(`/api/school/invitations/${withdrawn.id}/withdraw`)).status).toBe(200);
  const late = await invite(['teacher'], first);
  const wrong = (await invite(['teacher'], first)).token.replace(/\..*/, '.AAAAAAAAAAAAAAAAAAAAAA');
  own.clock.forward(sevenDays);
  for (const dead of [token, withdrawn.token, late.token, wrong, 'nothing', '']) {
    expect(codeIn(await anybody.post('/api/invitation/read', { token: dead }))).toBe('INVITATION_OVER');
    expect(codeIn(await take(dead, 'three@hilltop.example', new HttpPerson(own.url)))).toBe('INVITATION_OVER');
  }
});
