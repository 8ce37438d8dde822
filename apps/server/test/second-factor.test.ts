import { join } from 'node:path';

import { HttpPerson, RawClient, makeBoard, signInStaff, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { appCode } from './app-code.ts';
import { freshFolder, startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';
import { backUp, restore } from './whole-store.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let secret: string;
let recoveryCodes: string[];

const wrongCode = 'BBBBB-BBBBB';

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
});
afterAll(() => server.close());
// Codes and misses of one test are forgotten before the next one.
beforeEach(() => server.clock.forward(2 * 60 * 60_000));

function credentials(school: 0 | 1 = 0): { email: string; password: string } {
  const { email = '', password = '' } = server.demo.staff[school] ?? {};
  return { email, password };
}

/** Somebody whose password was right and who has a code to show. */
async function halfWay(): Promise<HttpPerson> {
  const person = new HttpPerson(server.url);
  const answer = await person.post('/api/auth/sign-in/email', credentials());
  expect([answer.status, answer.json]).toEqual([200, { next: 'code' }]);
  return person;
}

function showCode(person: HttpPerson, code: string): ReturnType<HttpPerson['post']> {
  return person.post('/api/auth/sign-in/code', { code });
}

function codeOf(answer: Awaited<ReturnType<HttpPerson['post']>>): unknown {
  return answer.status < 300 ? answer.status : (answer.json as { code: string }).code;
}

describe('setting it up', () => {
  it('[SI6] needs the password', async () => {
    const answer = await reed.post('/api/account/second-factor/begin', { password: 'not it' });
    expect(codeOf(answer)).toBe('PASSWORD_WRONG');
  });

  it('[SI3] counts only once a code of it was shown', async () => {
    const begun = await reed.post('/api/account/second-factor/begin', { password: credentials().password });
    ({ secret, recoveryCodes } = begun.json as { secret: string; recoveryCodes: string[] });
    expect(begun.json).toHaveProperty('uri', expect.stringMatching(/^otpauth:\/\/totp\/Bridgeboard:/));
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^[2-9B-Z]{5}-[2-9B-Z]{5}$/);

    expect((await reed.get('/api/account/sign-in')).json).toMatchObject({ recoveryCodesLeft: null });
    await signInStaff(server, 0).then((other) => other.post('/api/auth/sign-out'));
    expect(codeOf(await reed.post('/api/account/second-factor/confirm', { code: '12345' }))).toBe('CODE_WRONG');
  });

  it('[SI6] [SEC-06] goes on under a new token, and the old one is dead with its sockets', async () => {
    const old = new HttpPerson(server.url, reed.cookie);
    await using socket = await new RawClient(old).join(await makeBoard(reed));
    const answer = await reed.post('/api/account/second-factor/confirm', { code: appCode(secret) });
    expect(answer.status).toBe(200);
    expect(reed.cookie).not.toBe(old.cookie);
    expect((await old.get('/api/me')).status).toBe(401);
    await until(() => socket.ended, 'the end of the socket');
    expect(socket.ended).toMatchObject({ code: 'SESSION_ENDED' });
    expect((await reed.get('/api/account/sign-in')).json).toMatchObject({ recoveryCodesLeft: 10 });
  });

  it('[SI3] tells the secret never again', async () => {
    const again = await reed.post('/api/account/second-factor/begin', { password: credentials().password });
    expect(codeOf(again)).toBe('CHANGED');
    expect((await reed.get('/api/account/sign-in')).text).not.toContain(secret);
  });
});

describe('signing in with it', () => {
  it('[SI4] a right password alone opens nothing', async () => {
    const person = await halfWay();
    expect((await person.get('/api/me')).status).toBe(401);
    expect(person.cookie).not.toMatch(/(^|; )bridgeboard=/);
    const answer = await showCode(person, appCode(secret));
    expect(answer.json).toMatchObject({ user: { name: 'Ms Reed' } });
    expect((await person.get('/api/me')).status).toBe(200);
    const devices = (await reed.get('/api/account/sessions')).json as { sessions: { isThis: boolean }[] };
    expect(devices.sessions).toHaveLength(2);
    await person.post('/api/auth/sign-out');
  });

  it('[SI3] a code opens once, also with a space in it', async () => {
    const [one, other] = [await halfWay(), await halfWay()];
    const code = appCode(secret, 1);
    expect((await showCode(one, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
    expect(codeOf(await showCode(other, code))).toBe('CODE_WRONG');
    await one.post('/api/auth/sign-out');
  });

  it('[SI3] a recovery code opens once and never again, in any case', async () => {
    const [code = ''] = recoveryCodes;
    const person = await halfWay();
    expect((await showCode(person, code.toLowerCase().replace('-', ''))).status).toBe(200);
    expect((await reed.get('/api/account/sign-in')).json).toMatchObject({ recoveryCodesLeft: 9 });
    server.clock.forward(10 * 60_000);
    expect(codeOf(await showCode(await halfWay(), code))).toBe('CODE_WRONG');
    await person.post('/api/auth/sign-out');
  });

  it('[SI4] [AU8] asks for the code of whoever the password was of', async () => {
    const shared = await signInStaff(server, 1);
    const bello = shared.cookie;
    await shared.post('/api/auth/sign-in/email', credentials());
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie: bello } })).status).toBe(401);
    // A browser that kept the old cookie all the same is still asked for Ms Reed's code.
    const stubborn = new HttpPerson(server.url, `${(await signInStaff(server, 1)).cookie}; ${shared.cookie}`);
    expect(codeOf(await showCode(stubborn, wrongCode))).toBe('CODE_WRONG');
    await vi.waitFor(async () => {
      const { line } = (await server.storage.audit.read(1, 500)).at(-1) ?? {};
      expect(line).toMatchObject({ act: 'session.refuse', detail: 'code' });
    });
    expect((await showCode(stubborn, appCode(secret))).json).toMatchObject({ user: { name: 'Ms Reed' } });
    expect((await stubborn.get('/api/me')).json).toMatchObject({ name: 'Ms Reed' });
    await stubborn.post('/api/auth/sign-out');
  });

  it('[SI4] without the first step there is no second one', async () => {
    expect(codeOf(await showCode(new HttpPerson(server.url), appCode(secret)))).toBe('SIGN_IN_NEEDED');
    const forged = new HttpPerson(server.url, 'bridgeboard.two_factor=2fa-anything.forged');
    expect(codeOf(await showCode(forged, appCode(secret)))).toBe('SIGN_IN_NEEDED');
  });
});

describe('a restored instance', () => {
  it('[SI3] still asks for it', async () => {
    await using folder = await freshFolder();
    await using elsewhere = await freshFolder();
    await backUp(server.dataDir, join(folder.path, 'backup'));
    await restore(join(folder.path, 'backup'), elsewhere.path);
    await using restored = await startInProcess({ DATA_DIR: elsewhere.path });
    const person = new HttpPerson(restored.url);
    expect((await person.post('/api/auth/sign-in/email', credentials())).json).toEqual({ next: 'code' });
    expect((await showCode(person, appCode(secret))).json).toMatchObject({ user: { name: 'Ms Reed' } });
  });
});

describe('guessing codes', () => {
  it('[SI5] [SI4] waits longer and longer, by account and network, whatever the password says meanwhile', async () => {
    const guesser = await halfWay();
    for (let round = 0; round < 5; round += 1) expect(codeOf(await showCode(guesser, wrongCode))).toBe('CODE_WRONG');
    const paused = await showCode(guesser, appCode(secret));
    expect([codeOf(paused), paused.headers.get('retry-after')]).toEqual(['RATE', '30']);
    const again = await halfWay();
    expect(codeOf(await showCode(again, appCode(secret)))).toBe('RATE');
    expect((await signInStaff(server, 1)).cookie).not.toBe('');
    server.clock.forward(30_000);
    // That sign-in is spent after five wrong codes; a new one opens.
    expect(codeOf(await showCode(guesser, appCode(secret)))).not.toBe(200);
    server.clock.forward(15 * 60_000);
    const person = await halfWay();
    expect((await showCode(person, appCode(secret))).status).toBe(200);
    await person.post('/api/auth/sign-out');
  });

  it('[SI5] guesses that arrive together do not all pass', async () => {
    const guesser = await halfWay();
    const answers = await Promise.all(Array.from({ length: 20 }, () => showCode(guesser, wrongCode)));
    expect(answers.map(codeOf).filter((code) => code === 'CODE_WRONG')).toHaveLength(5);
    expect(answers.map(codeOf).filter((code) => code === 'RATE')).toHaveLength(15);
  });
});

describe('changing it', () => {
  it('[SI6] new recovery codes need the password and end the old ones', async () => {
    expect(codeOf(await reed.post('/api/account/second-factor/recovery-codes', { password: '' }))).toBe(
      'PASSWORD_WRONG',
    );
    const { password } = credentials();
    const renewed = await reed.post('/api/account/second-factor/recovery-codes', { password });
    const old = recoveryCodes[3] ?? '';
    ({ recoveryCodes } = renewed.json as { recoveryCodes: string[] });
    expect(recoveryCodes).not.toContain(old);
    expect(codeOf(await showCode(await halfWay(), old))).toBe('CODE_WRONG');
  });

  it('[SI6] [SEC-06] switching it off needs password and code, and gives a new token', async () => {
    const off = (body: object): ReturnType<HttpPerson['post']> => reed.post('/api/account/second-factor/end', body);
    const { password } = credentials();
    const [code = ''] = recoveryCodes;
    expect(codeOf(await off({ password: 'not it', code }))).toBe('PASSWORD_WRONG');
    expect(codeOf(await off({ password, code: wrongCode }))).toBe('CODE_WRONG');
    expect((await reed.get('/api/account/sign-in')).json).toMatchObject({ recoveryCodesLeft: 10 });
    const old = reed.cookie;
    expect((await off({ password, code })).status).toBe(200);
    expect(reed.cookie).not.toBe(old);
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie: old } })).status).toBe(401);
    expect((await reed.get('/api/account/sign-in')).json).toMatchObject({ recoveryCodesLeft: null });
    expect((await signInStaff(server, 0)).cookie).not.toBe('');
  });
});
