import { HttpPerson, type HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { appCode } from './app-code.ts';
import { firstAdministrator, startWithSchool } from './first-school.ts';
import type { ServerInProcess } from './server-in-process.ts';
import { SoftPasskey } from './soft-passkey.ts';

const { email, password } = firstAdministrator;

let server: ServerInProcess;
let shah: HttpPerson;
const passkey = new SoftPasskey();
let origin: string;

const codeOf = ({ status, json }: HttpAnswer): unknown => (status < 300 ? status : (json as { code: string }).code);
const challengeIn = ({ json }: HttpAnswer): string => (json as { options: { challenge: string } }).options.challenge;

beforeAll(async () => {
  const made = await startWithSchool();
  [server, shah] = [made, made.head];
  origin = server.url;
});
afterAll(() => server.close());

async function begin(by = shah): Promise<string> {
  const begun = await by.post('/api/account/passkeys/begin', { password });
  expect(begun.status).toBe(200);
  return challengeIn(begun);
}

const add = (made: object, name = 'My phone', by = shah): Promise<HttpAnswer> =>
  by.post('/api/account/passkeys', { name, made });

interface Passkeys {
  readonly recoveryCodesLeft: number | null;
  readonly passkeys: { readonly id: string; readonly name: string; readonly usedAt: number | null }[];
}
const own = async (by = shah): Promise<Passkeys> => (await by.get('/api/account/sign-in')).json as Passkeys;

/** Somebody at the way in, and the question that their browser was asked. */
async function atTheDoor(): Promise<{ person: HttpPerson; told: { challenge: string; origin: string } }> {
  const person = new HttpPerson(server.url);
  return { person, told: { challenge: challengeIn(await person.post('/api/auth/passkey/begin')), origin } };
}

const show = (person: HttpPerson, shown: object): Promise<HttpAnswer> => person.post('/api/auth/passkey', { shown });

describe('making one', () => {
  it('[SI16] needs the password', async () => {
    expect(codeOf(await shah.post('/api/account/passkeys/begin', { password: 'not it' }))).toBe('PASSWORD_WRONG');
  });

  it('[SI17] is refused from another origin, for another question, twice, and without a finger, a face or a PIN', async () => {
    const evil = { challenge: await begin(), origin: 'https://evil.example' };
    expect(codeOf(await add(passkey.make(evil)))).toBe('PASSKEY_REFUSED');
    await begin();
    expect(codeOf(await add(passkey.make({ challenge: 'bm90IGl0', origin })))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await add(passkey.make({ challenge: await begin(), origin }, { isVerified: false })))).toBe(
      'PASSKEY_REFUSED',
    );
    const spent = { challenge: await begin(), origin: 'https://evil.example' };
    await add(passkey.make(spent));
    expect(codeOf(await add(passkey.make({ ...spent, origin })))).toBe('PASSKEY_REFUSED');
    expect((await own()).passkeys).toEqual([]);
  });

  it('[SI17] takes no word of its maker for a device', async () => {
    const made = passkey.make({ challenge: await begin(), origin });
    const claimed = Buffer.from(made.response.attestationObject, 'base64url')
      .toString('latin1')
      .replace('none', 'tpm!');
    const attestationObject = Buffer.from(claimed, 'latin1').toString('base64url');
    expect(codeOf(await add({ ...made, response: { ...made.response, attestationObject } }))).toBe('PASSKEY_REFUSED');
  });

  it('[SI16] [SEC-06] is a second factor: the session goes on under a new token, others end', async () => {
    const elsewhere = new HttpPerson(server.url);
    expect(codeOf(await elsewhere.post('/api/auth/sign-in/email', { email, password }))).toBe(200);
    const old = shah.cookie;
    expect(codeOf(await add(passkey.make({ challenge: await begin(), origin })))).toBe(201);
    expect(shah.cookie).not.toBe(old);
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await shah.get('/api/me')).json).toMatchObject({ lacks: null });
    expect(await own()).toMatchObject({ recoveryCodesLeft: null, passkeys: [{ name: 'My phone', usedAt: null }] });
    expect(codeOf(await add(passkey.make({ challenge: await begin(), origin })))).toBe('PASSKEY_REFUSED');
  });
});

describe('signing in with one', () => {
  it('[SI18] is both factors in one, and says when it was used', async () => {
    const { person, told } = await atTheDoor();
    expect((await show(person, passkey.show(told))).json).toMatchObject({ user: { name: 'Mrs Shah' } });
    expect((await person.get('/api/me')).json).toMatchObject({ name: 'Mrs Shah', lacks: null });
    expect((await own()).passkeys[0]?.usedAt).toBeGreaterThan(0);
    await person.post('/api/auth/sign-out');
  });

  it('[SI18] [SI4] the password alone then opens nothing, and says what does', async () => {
    const person = new HttpPerson(server.url);
    expect((await person.post('/api/auth/sign-in/email', { email, password })).json).toEqual({ next: 'passkey' });
    expect((await person.get('/api/me')).status).toBe(401);
    expect(codeOf(await person.post('/api/auth/sign-in/code', { code: '123456' }))).toBe('CODE_WRONG');
  });

  it('[SI17] is refused for another origin, another question, a second time, another browser’s question', async () => {
    const evil = await atTheDoor();
    const elsewhere = { ...evil.told, origin: 'https://evil.example' };
    expect(codeOf(await show(evil.person, passkey.show(elsewhere)))).toBe('PASSKEY_REFUSED');

    const { person, told } = await atTheDoor();
    const shown = passkey.show(told);
    expect(codeOf(await show(new HttpPerson(server.url), shown))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await show((await atTheDoor()).person, shown))).toBe('PASSKEY_REFUSED');
    expect(codeOf(await show(person, shown))).toBe(200);
    expect(codeOf(await show(person, shown))).toBe('PASSKEY_REFUSED');
    await person.post('/api/auth/sign-out');
  });

  it('[SI17] is refused for one that nobody has here, for the key of another, and without a finger, a face or a PIN', async () => {
    const foreign = new SoftPasskey();
    const first = await atTheDoor();
    expect(codeOf(await show(first.person, foreign.show(first.told)))).toBe('PASSKEY_REFUSED');
    const second = await atTheDoor();
    const named = {
      ...foreign.show(second.told),
      id: passkey.show(second.told).id,
      rawId: passkey.show(second.told).id,
    };
    expect(codeOf(await show(second.person, named))).toBe('PASSKEY_REFUSED');
    const third = await atTheDoor();
    expect(codeOf(await show(third.person, passkey.show(third.told, { isVerified: false })))).toBe('PASSKEY_REFUSED');
  });

  it('[AU8] a passkey that was refused has a line for the school of its owner, and one of nobody has none', async () => {
    const before = (await server.storage.audit.read(1, 500)).filter(({ line }) => line.act === 'session.refuse').length;
    const stranger = await atTheDoor();
    expect(codeOf(await show(stranger.person, new SoftPasskey().show(stranger.told)))).toBe('PASSKEY_REFUSED');
    const { person, told } = await atTheDoor();
    expect(codeOf(await show(person, passkey.show(told, { isVerified: false })))).toBe('PASSKEY_REFUSED');
    await vi.waitFor(async () => {
      const lines = (await server.storage.audit.read(1, 500)).filter(({ line }) => line.act === 'session.refuse');
      expect(lines).toHaveLength(before + 1);
      expect(lines.at(-1)?.line).toMatchObject({ by: null, detail: 'passkey' });
    });
  });

  it('[SI17] a question of the way in makes no new passkey, and one for a new passkey opens nothing', async () => {
    const { person, told } = await atTheDoor();
    expect(codeOf(await add(new SoftPasskey().make(told), 'Another', person))).toBe('SIGN_IN_NEEDED');
    const challenge = await begin();
    expect(codeOf(await show(shah, passkey.show({ challenge, origin })))).toBe('PASSKEY_REFUSED');
  });

  it('[SI17] a copy that has signed less often than the device is refused', async () => {
    const counting = new SoftPasskey();
    expect(codeOf(await add(counting.make({ challenge: await begin(), origin }), 'A key that counts'))).toBe(201);
    const first = await atTheDoor();
    expect(codeOf(await show(first.person, counting.show(first.told, { counter: 5 })))).toBe(200);
    const copy = await atTheDoor();
    expect(codeOf(await show(copy.person, counting.show(copy.told, { counter: 5 })))).toBe('PASSKEY_REFUSED');
    await first.person.post('/api/auth/sign-out');
  });
});

describe('looking after them', () => {
  it('[SI16] their owner calls them something else, and nobody those of others', async () => {
    const [first] = (await own()).passkeys;
    const body = { passkey: first?.id, name: 'Old phone' };
    expect(codeOf(await shah.post('/api/account/passkeys/name', body))).toBe(200);
    expect((await own()).passkeys[0]).toMatchObject({ name: 'Old phone' });
    const { json } = await shah.post('/api/school/invitations', { name: 'Mr Okoro', roles: ['teacher'] });
    const okoro = new HttpPerson(server.url);
    const account = { email: 'okoro@hilltop.example', password };
    await okoro.post('/api/invitation/take', { token: (json as { token: string }).token, ...account });
    expect(codeOf(await okoro.post('/api/account/passkeys/name', body))).toBe('NOT_FOUND');
    expect(codeOf(await okoro.post('/api/account/passkeys/remove', { passkey: first?.id, password }))).toBe(
      'NOT_FOUND',
    );
    expect((await own()).passkeys).toHaveLength(2);
  });

  it('[SI16] [SI3] an app beside them is asked for after the password, and its end leaves them a second factor', async () => {
    const begun = await shah.post('/api/account/second-factor/begin', { password });
    const { secret } = begun.json as { secret: string };
    expect(codeOf(await shah.post('/api/account/second-factor/confirm', { code: appCode(secret) }))).toBe(200);
    const person = new HttpPerson(server.url);
    expect((await person.post('/api/auth/sign-in/email', { email, password })).json).toEqual({ next: 'code' });
    expect(codeOf(await shah.post('/api/account/second-factor/end', { password, code: appCode(secret, 1) }))).toBe(200);
    expect((await person.post('/api/auth/sign-in/email', { email, password })).json).toEqual({ next: 'passkey' });
  });

  it('[SI16] [SI13] whoever removes the last one, by the password, has no second factor any more', async () => {
    for (const { id } of (await own()).passkeys) {
      expect(codeOf(await shah.post('/api/account/passkeys/remove', { passkey: id, password: 'not it' }))).toBe(
        'PASSWORD_WRONG',
      );
      expect(codeOf(await shah.post('/api/account/passkeys/remove', { passkey: id, password }))).toBe(200);
    }
    const { person, told } = await atTheDoor();
    expect(codeOf(await show(person, passkey.show(told)))).toBe('PASSKEY_REFUSED');
    expect((await shah.get('/api/me')).json).toMatchObject({ lacks: { isDue: false } });
    expect((await person.post('/api/auth/sign-in/email', { email, password })).json).toHaveProperty('user');
  });

  it('[SI16] nobody has more than ten', async () => {
    for (let made = 0; made < 10; made += 1) {
      expect(codeOf(await add(new SoftPasskey().make({ challenge: await begin(), origin }), `Key ${made}`))).toBe(201);
    }
    expect(codeOf(await shah.post('/api/account/passkeys/begin', { password }))).toBe('PASSKEYS_FULL');
  });
});

it('[SI16] whoever’s account has ended comes in by none of them', async () => {
  const { json } = await shah.post('/api/school/invitations', { name: 'Mr Haddad', roles: ['teacher'] });
  const haddad = new HttpPerson(server.url);
  const account = { email: 'haddad@hilltop.example', password };
  const { id } = (await haddad.post('/api/invitation/take', { token: (json as { token: string }).token, ...account }))
    .json as { id: string };
  const his = new SoftPasskey();
  expect(codeOf(await add(his.make({ challenge: await begin(haddad), origin }), 'His', haddad))).toBe(201);
  expect(codeOf(await shah.post(`/api/school/staff/${id}/end`))).toBe(200);
  const { person, told } = await atTheDoor();
  expect(codeOf(await show(person, his.show(told)))).toBe('PASSKEY_REFUSED');
});
