import { readFile } from 'node:fs/promises';

import type { Me, OwnSchool } from '@bridgeboard/protocol';
import { HttpPerson, signInStaff, type HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { appCode } from './app-code.ts';
import { SchoolProvider } from './school-provider.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

interface Side {
  readonly head: HttpPerson;
  readonly me: Me;
  readonly password: string;
  readonly email: string;
  readonly provider: SchoolProvider;
}

let server: ServerInProcess;
let river: Side;
let noor: Side;

const codeOf = ({ status, json }: HttpAnswer): unknown => (status < 300 ? status : (json as { code: string }).code);
const meOf = async (person: HttpPerson): Promise<Me> => (await person.get('/api/me')).json as Me;

/** An administrator with a second factor, and a provider for their school that knows whoever it likes. */
async function side(index: 0 | 1): Promise<Side> {
  const head = await signInStaff(server, index);
  const { password = '', email = '' } = server.demo.staff[index] ?? {};
  const me = await meOf(head);
  const member = await server.storage.directory.staff(me.id);
  if (member) await server.storage.directory.putStaff({ ...member, roles: ['teacher', 'administrator'] });
  const provider = await SchoolProvider.start();
  provider.serve(`${server.url}/sign-in/provider/${me.school.id}`);
  provider.people.set('self', { email, isVerified: true });
  return { head, me, password, email, provider };
}

async function setUpFactor({ head, password }: Side): Promise<void> {
  const { json } = await head.post('/api/account/second-factor/begin', { password });
  const code = appCode((json as { secret: string }).secret);
  expect(codeOf(await head.post('/api/account/second-factor/confirm', { code }))).toBe(200);
}

function wishOf({ provider: { issuer, clientId, clientSecret }, password }: Side): Record<string, unknown> {
  return { name: 'Our account', issuer, clientId, clientSecret, password };
}

const set = (of: Side, change: Record<string, unknown> = {}): Promise<HttpAnswer> =>
  of.head.post('/api/school/provider', { ...wishOf(of), ...change });

async function begin(of: Side, person = new HttpPerson(server.url)): Promise<{ person: HttpPerson; url: string }> {
  const { json } = await person.post('/api/auth/provider', { school: of.me.school.id });
  return { person, url: (json as { url: string }).url };
}

function finish(person: HttpPerson, back: URL, school = back.pathname.split('/').at(-1)): Promise<HttpAnswer> {
  return person.post('/api/auth/provider/finish', { school, ...Object.fromEntries(back.searchParams) });
}

async function signIn(of: Side, sub: string): Promise<{ person: HttpPerson; answer: HttpAnswer }> {
  const { person, url } = await begin(of);
  return { person, answer: await finish(person, await of.provider.visit(url, sub)) };
}

beforeAll(async () => {
  server = await startInProcess();
  [river, noor] = [await side(0), await side(1)];
});
afterAll(async () => {
  await server.close();
  for (const { provider } of [river, noor]) await provider[Symbol.asyncDispose]();
});

it('[SI21] takes a second factor and the password to set one, and is an administrator’s', async () => {
  expect(codeOf(await set(river))).toBe('PROVIDER_NEEDS_FACTOR');
  for (const one of [river, noor]) await setUpFactor(one);
  expect(codeOf(await set(river, { password: 'not the password' }))).toBe('PASSWORD_WRONG');
});

it('[SI21] [SI22] keeps only what answers, calls itself so and accepts id and secret', async () => {
  const { issuer } = river.provider;
  const refused = async (change: Record<string, unknown>): Promise<unknown> => codeOf(await set(river, change));
  expect(await refused({ clientSecret: 'another one' })).toBe('PROVIDER_CLIENT');
  expect(await refused({ clientSecret: null })).toBe('PROVIDER_CLIENT');
  for (const bad of ['nothing', 'http://id.example', `${issuer}?x=1`, `${issuer}/elsewhere`, 'https://10.0.0.7'])
    expect([bad, await refused({ issuer: bad })]).toEqual([bad, 'PROVIDER_ADDRESS']);
  expect(await refused({ issuer: issuer.replace('127.0.0.1', 'localhost') })).toBe('PROVIDER_ADDRESS');
  expect(await refused({ issuer: 'http://127.0.0.1:1' })).toBe('PROVIDER_AWAY');
  expect((await river.head.get('/api/school/provider')).json).toMatchObject({ provider: null });
  expect(codeOf(await river.head.post('/api/school/provider/try'))).toBe('NO_PROVIDER');
});

it('[SI21] [SI22] [SI24] sets, tries and shows it, and tells its secret to nobody', async () => {
  expect(codeOf(await set(river, { issuer: `${river.provider.issuer}/.well-known/openid-configuration` }))).toBe(200);
  expect(codeOf(await set(noor))).toBe(200);
  expect(codeOf(await river.head.post('/api/school/provider/try'))).toBe(200);
  const callback = `${server.url}/sign-in/provider/${river.me.school.id}`;
  const { issuer, clientId, clientSecret } = river.provider;
  const told = { provider: { name: 'Our account', issuer, clientId }, callback };
  expect((await river.head.get('/api/school/provider')).json).toEqual(told);
  const { school, provider } = (await river.head.get('/api/school')).json as OwnSchool;
  expect([provider, Object.keys(school)]).toEqual(['Our account', expect.not.arrayContaining(['provider'])]);
  const { json } = await new HttpPerson(server.url).get('/api/auth/ways');
  expect((json as { providers: unknown[] }).providers).toContainEqual({
    school: { id: river.me.school.id, name: river.me.school.name },
    name: 'Our account',
  });
  const lines = JSON.stringify((await river.head.get('/api/audit')).json);
  expect(lines).toContain('school.provider');
  for (const word of [clientSecret, issuer, clientId]) expect(lines).not.toContain(`"${word}"`);
  expect(JSON.stringify(await server.storage.directory.schools())).not.toContain(clientSecret);
  expect((await readFile(`${server.dataDir}/bridgeboard.sqlite`)).includes(clientSecret)).toBe(false);
});

it('[SI21] keeps the secret with a new name, and for no other provider or client', async () => {
  expect(codeOf(await set(river, { name: 'Riverside', clientSecret: null }))).toBe(200);
  expect(codeOf(await set(river, { clientSecret: null, clientId: 'another' }))).toBe('PROVIDER_CLIENT');
  const hostile = await set(river, { clientSecret: null, issuer: noor.provider.issuer });
  expect(codeOf(hostile)).toBe('PROVIDER_CLIENT');
});

it('[SI23] signs in staff of its own school and nobody of another, whatever it has verified', async () => {
  expect((await signIn(river, 'self')).answer.json).toMatchObject({ user: { id: river.me.id } });
  noor.provider.people.set('hostile', { email: river.email, isVerified: true });
  const { person, answer } = await signIn(noor, 'hostile');
  expect([codeOf(answer), (await person.get('/api/me')).status]).toEqual(['PROVIDER_REFUSED', 401]);
  // What it says of somebody whom it has signed in before counts no more.
  expect(codeOf((await signIn(noor, 'self')).answer)).toBe(200);
  noor.provider.people.set('self', { email: river.email, isVerified: true });
  expect((await signIn(noor, 'self')).answer.json).toMatchObject({ user: { id: noor.me.id } });
});

it('[SI25] an answer that comes by another way back than the question went to is sent nowhere', async () => {
  const { person, url } = await begin(noor);
  const { url: stolen } = await begin(river);
  const back = await river.provider.visit(stolen, 'self');
  back.searchParams.set('state', new URL(url).searchParams.get('state') ?? '');
  expect(codeOf(await finish(person, back))).toBe('PROVIDER_REFUSED');
  const again = await begin(noor);
  const other = await river.provider.visit((await begin(river)).url, 'self');
  other.searchParams.set('state', new URL(again.url).searchParams.get('state') ?? '');
  // By the right way back, but with the issuer that really answered.
  expect(codeOf(await finish(again.person, other, noor.me.school.id))).toBe('PROVIDER_REFUSED');
});

it('[SI26] a provider that is taken away ends what it began and what is under way', async () => {
  const { person } = await signIn(river, 'self');
  const way = await begin(river);
  const back = await river.provider.visit(way.url, 'self');
  expect(codeOf(await river.head.post('/api/school/provider/remove', { password: 'wrong' }))).toBe('PASSWORD_WRONG');
  expect((await person.get('/api/me')).status).toBe(200);
  const removed = await river.head.post('/api/school/provider/remove', { password: river.password });
  expect(codeOf(removed)).toBe(200);
  expect((await person.get('/api/me')).status).toBe(401);
  expect((await river.head.get('/api/me')).status).toBe(200);
  expect(codeOf(await finish(way.person, back))).toBe('PROVIDER_REFUSED');
  const asked = await way.person.post('/api/auth/provider', { school: river.me.school.id });
  expect(codeOf(asked)).toBe('NO_PROVIDER');
});

it('[SI26] [SI14] what was said of one provider’s second factor holds for no other one', async () => {
  expect(codeOf(await set(river))).toBe(200);
  const rule = { of: 'staff', from: 0, providerCounts: true };
  expect(codeOf(await river.head.post('/api/school/second-factor', rule))).toBe(200);
  expect(codeOf(await set(river, { name: 'Renamed' }))).toBe(200);
  const counts = async (): Promise<unknown> =>
    ((await river.head.get('/api/school')).json as OwnSchool).school.factor.providerCounts;
  expect(await counts()).toBe(true);
  expect(codeOf(await river.head.post('/api/school/provider/remove', { password: river.password }))).toBe(200);
  expect(await counts()).toBe(false);
});
