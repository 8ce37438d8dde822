import { HttpPerson, signInStaff } from '@bridgeboard/testkit';
import type { HttpAnswer } from '@bridgeboard/testkit';
import { factorRule, type Me } from '@bridgeboard/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { appCode } from './app-code.ts';
import { SchoolProvider } from './school-provider.ts';
import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';
import { SoftPasskey } from './soft-passkey.ts';

let server: ServerInProcess;
let provider: SchoolProvider;

beforeAll(async () => {
  provider = await SchoolProvider.start();
  const { issuer, clientId, clientSecret } = provider;
  const asked = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  server = await startInProcess({ ...asked, OIDC_NAME: 'Riverside account' });
  const email = server.demo.staff[0]?.email ?? '';
  provider.people.set('reed', { email, isVerified: true });
  provider.people.set('somebody', { email: 'somebody@riverside.example', isVerified: true });
  provider.people.set('pretender', { email: server.demo.staff[1]?.email ?? '', isVerified: false });
});
afterAll(async () => {
  await server.close();
  await provider[Symbol.asyncDispose]();
});

function codeOf({ status, json }: HttpAnswer): unknown {
  return status < 300 ? status : (json as { code: string }).code;
}

interface Question {
  readonly person: HttpPerson;
  readonly url: URL;
}

async function begin(person = new HttpPerson(server.url)): Promise<Question> {
  const answer = await person.post('/api/auth/provider', { school: null });
  return { person, url: new URL((answer.json as { url: string }).url) };
}

function finish(person: HttpPerson, back: URL): Promise<HttpAnswer> {
  return person.post('/api/auth/provider/finish', { school: null, ...Object.fromEntries(back.searchParams) });
}

it('[SI10] a provider that is away stops no start, and is asked again at the next sign-in', async () => {
  const person = new HttpPerson(server.url);
  expect((await person.get('/api/auth/ways')).json).toMatchObject({
    providers: [{ school: null, name: 'Riverside account' }],
  });
  expect(codeOf(await person.post('/api/auth/provider', { school: null }))).toBe('PROVIDER_AWAY');
  provider.serve(`${server.url}/sign-in/provider`);
  expect(codeOf(await person.post('/api/auth/provider', { school: null }))).toBe(200);
});

it('[SI10] [SEC-06] signs in staff who are here already, by the address that the provider has verified', async () => {
  const person = await signInStaff(server, 1);
  const old = person.cookie;
  const { url } = await begin(person);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  });
  const back = await provider.visit(url.href, 'reed');
  expect(`${back.origin}${back.pathname}`).toBe(`${server.url}/sign-in/provider`);
  expect((await finish(person, back)).json).toMatchObject({ user: { name: 'Ms Reed' } });
  expect((await person.get('/api/me')).json).toMatchObject({ name: 'Ms Reed' });
  expect((await fetch(`${server.url}/api/me`, { headers: { cookie: old } })).status).toBe(401);
});

it('[SI10] keeps nothing that the provider gave but who it is', async () => {
  const rows = server.storage.identityDatabase;
  if (rows.kind !== 'sqlite') throw new Error('this is sqlite');
  const [kept] = rows.database.prepare("SELECT * FROM account WHERE providerId = 'school'").all();
  expect(kept).toMatchObject({ accountId: 'reed', accessToken: null, refreshToken: null, idToken: null });
});

it.each(['somebody', 'pretender'])(
  '[SI10] makes nobody new and believes no address that is not verified: %s',
  async (sub) => {
    const { person, url } = await begin();
    const back = await provider.visit(url.href, sub);
    expect(codeOf(await finish(person, back))).toBe('PROVIDER_REFUSED');
    expect((await person.get('/api/me')).status).toBe(401);
  },
);

it('[SI10] the way back is of one browser and one question', async () => {
  const [mine, other] = [await begin(), await begin()];
  const back = await provider.visit(mine.url.href, 'reed');
  expect(codeOf(await finish(other.person, back))).toBe('PROVIDER_REFUSED');
  const again = await begin(mine.person);
  const forged = await provider.visit(again.url.href, 'reed');
  forged.searchParams.set('state', `${forged.searchParams.get('state') ?? ''}x`);
  expect(codeOf(await finish(mine.person, forged))).toBe('PROVIDER_REFUSED');
  const good = await begin(mine.person);
  const once = await provider.visit(good.url.href, 'reed');
  expect(codeOf(await finish(mine.person, once))).toBe(200);
  expect(codeOf(await finish(mine.person, once))).toBe('PROVIDER_REFUSED');
  expect(codeOf(await finish(mine.person, new URL('http://x.example/?state=none&error=access_denied')))).toBe(
    'PROVIDER_REFUSED',
  );
});

describe('where the school asks for a second factor', () => {
  const password = (): string => server.demo.staff[0]?.password ?? '';

  async function signIn(): Promise<{ person: HttpPerson; answer: unknown }> {
    const { person, url } = await begin();
    const { json } = await finish(person, await provider.visit(url.href, 'reed'));
    return { person, answer: json };
  }

  async function ask(rule: { of: string; providerCounts: boolean }): Promise<void> {
    const reed = await server.storage.directory.staff((await meOf(await signInStaff(server, 0))).id);
    const school = reed && (await server.storage.directory.school(reed.school));
    if (school) await server.storage.directory.putSchool({ ...school, factor: factorRule.parse({ ...rule, from: 0 }) });
  }

  const meOf = async (person: HttpPerson): Promise<Me> => (await person.get('/api/me')).json as Me;

  it('[SI14] the provider counts where the school says that it asks for one itself, and not otherwise', async () => {
    await ask({ of: 'staff', providerCounts: true });
    const { person } = await signIn();
    expect([codeOf(await person.get('/api/boards')), (await meOf(person)).lacks]).toEqual([200, null]);
    await ask({ of: 'staff', providerCounts: false });
    expect(codeOf(await person.get('/api/boards'))).toBe('SECOND_FACTOR_NEEDED');
    expect((await signIn()).answer).toMatchObject({ user: { name: 'Ms Reed' } });
  });

  it('[SI14] [SI4] who has one shows it after the provider’s answer, which alone opens nothing', async () => {
    const { person: reed } = await signIn();
    const begun = await reed.post('/api/account/second-factor/begin', { password: password() });
    const { secret } = begun.json as { secret: string };
    expect(codeOf(await reed.post('/api/account/second-factor/confirm', { code: appCode(secret) }))).toBe(200);
    expect(codeOf(await reed.get('/api/boards'))).toBe(200);

    const { person, answer } = await signIn();
    expect(answer).toEqual({ next: 'code' });
    expect((await person.get('/api/me')).status).toBe(401);
    expect(codeOf(await person.post('/api/auth/sign-in/code', { code: 'BBBBB-BBBBB' }))).toBe('CODE_WRONG');
    expect(codeOf(await person.post('/api/auth/sign-in/code', { code: appCode(secret, 1) }))).toBe(200);
    expect(codeOf(await person.get('/api/boards'))).toBe(200);
  });

  it('[SI14] [SI18] who has passkeys alone is told that one is to be shown', async () => {
    const bello = await signInStaff(server, 1);
    const password = server.demo.staff[1]?.password ?? '';
    provider.people.set('bello', { email: server.demo.staff[1]?.email ?? '', isVerified: true });
    const school = await server.storage.directory.school((await meOf(bello)).school.id);
    const factor = { of: 'staff', from: 0, providerCounts: false } as const;
    if (school) await server.storage.directory.putSchool({ ...school, factor });
    const { options } = (await bello.post('/api/account/passkeys/begin', { password })).json as {
      options: { challenge: string };
    };
    const made = new SoftPasskey().make({ challenge: options.challenge, origin: server.url });
    expect(codeOf(await bello.post('/api/account/passkeys', { name: 'Phone', made }))).toBe(201);
    const { person, url } = await begin();
    expect((await finish(person, await provider.visit(url.href, 'bello'))).json).toEqual({ next: 'passkey' });
    expect((await person.get('/api/me')).status).toBe(401);
  });
});

it('[SI10] without a provider there is none', async () => {
  await using bare = await startInProcess();
  const person = new HttpPerson(bare.url);
  expect((await person.get('/api/auth/ways')).json).toMatchObject({ providers: [] });
  expect(codeOf(await person.post('/api/auth/provider', { school: null }))).toBe('NO_PROVIDER');
  const made = { school: null, code: 'x', state: 'x' };
  expect(codeOf(await person.post('/api/auth/provider/finish', made))).toBe('PROVIDER_REFUSED');
});
