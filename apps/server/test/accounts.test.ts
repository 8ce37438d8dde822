import { HttpPerson, RawClient, atTheDoor, makeBoard, signInStaff, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;

beforeAll(async () => {
  server = await startInProcess();
});
afterAll(() => server.close());

function reed(): { email: string; password: string } {
  const { email = '', password = '' } = server.demo.staff[0] ?? {};
  return { email, password };
}

function withoutId(text: string): string {
  return text.replace(/"requestId":"[^"]+"/, '');
}

describe('signing in', () => {
  it('says who somebody is only once they are signed in', async () => {
    const person = new HttpPerson(server.url);
    const before = await person.get('/api/me');
    expect([before.status, before.json]).toEqual([
      401,
      expect.objectContaining({ code: 'SIGN_IN_NEEDED', retryable: false }),
    ]);

    const answer = await person.post('/api/auth/sign-in/email', reed());
    expect(answer.status).toBe(200);
    expect(answer.text).not.toMatch(/token|password|session/i);
    const me = await person.get('/api/me');
    expect(me.json).toMatchObject({
      name: 'Ms Reed',
      role: 'staff',
      school: { name: 'Riverside Primary', mark: 'a' },
      board: null,
    });
  });

  it('[PP2] says which roles staff have at their school, and that pupils have none', async () => {
    const teacher = await signInStaff(server, 0);
    expect((await teacher.get('/api/me')).json).toMatchObject({ roles: ['teacher', 'administrator', 'lead'] });
    await makeBoard(teacher);
    const pupil = await atTheDoor(server, { school: 0, pupil: 0 });
    expect((await pupil.get('/api/me')).json).toMatchObject({ role: 'pupil', roles: [] });
  });

  it('keeps the session in a cookie that no script reads', async () => {
    const answer = await new HttpPerson(server.url).post('/api/auth/sign-in/email', reed());
    const cookies = answer.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(/^bridgeboard=[^;]{40,};.*Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookies[1]).toMatch(/^bb_known=[^;]{80,}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/);
  });

  it('[SEC-30] answers an unknown address and a wrong password alike', async () => {
    const person = new HttpPerson(server.url);
    const wrong = await person.post('/api/auth/sign-in/email', { ...reed(), password: 'not it at all' });
    const unknown = await person.post('/api/auth/sign-in/email', {
      email: 'nobody@riverside.example',
      password: 'not it at all',
    });
    const noAddress = await person.post('/api/auth/sign-in/email', { email: 'nobody', password: '' });
    expect(wrong.status).toBe(401);
    expect(withoutId(wrong.text)).toContain('SIGN_IN_FAILED');
    expect(withoutId(unknown.text)).toBe(withoutId(wrong.text));
    expect(withoutId(noAddress.text)).toBe(withoutId(wrong.text));
  });

  it('[SEC-06] ends the session that this device had before', async () => {
    const person = await signInStaff(server, 0);
    const old = person.cookie;
    await person.post('/api/auth/sign-in/email', reed());
    expect(person.cookie).not.toBe(old);
    const replay = await fetch(`${server.url}/api/me`, { headers: { cookie: old } });
    expect(replay.status).toBe(401);
    expect((await person.get('/api/me')).status).toBe(200);
  });

  it('takes no cookie that it did not sign', async () => {
    const [cookie = ''] = (await signInStaff(server, 0)).cookie.split('; ');
    for (const forged of [`${cookie}x`, cookie.replace(/\.[^.]+$/, ''), 'bridgeboard=anything', 'bridgeboard=%']) {
      expect((await fetch(`${server.url}/api/me`, { headers: { cookie: forged } })).status).toBe(401);
    }
  });

  it.each([
    'sign-up/email',
    'update-user',
    'change-email',
    'delete-user',
    'revoke-sessions',
    'reset-password',
    'sign-in/social',
  ])('does not offer %s', async (path) => {
    const answer = await (
      await signInStaff(server, 0)
    ).post(`/api/auth/${path}`, { name: 'x', email: 'x@y.example', password: 'long enough' });
    expect([answer.status, answer.json]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
  });
});

describe('guessing passwords', () => {
  it('[SEC-30] gets slower, is never a lock, and leaves other accounts alone', async () => {
    const guesser = new HttpPerson(server.url);
    const guess = (): Promise<number> =>
      guesser.post('/api/auth/sign-in/email', { ...reed(), password: 'wrong' }).then(({ status }) => status);
    // Whoever signed in before this test has cleared the count.
    for (let round = 0; round < 5; round += 1) expect(await guess()).toBe(401);
    const paused = await guesser.post('/api/auth/sign-in/email', reed());
    expect([paused.status, paused.json]).toEqual([429, expect.objectContaining({ code: 'RATE', retryable: true })]);
    expect(paused.json).toHaveProperty('retryAfterMs', expect.any(Number));
    expect(paused.headers.get('retry-after')).toBe('1');
    expect((await signInStaff(server, 1)).cookie).not.toBe('');
    server.clock.forward(1_000);
    expect(await guess()).toBe(401);
    server.clock.forward(30_000);
    expect((await signInStaff(server, 0)).cookie).not.toBe('');
  });

  it('[SEC-30] guesses that arrive together do not all pass', async () => {
    const guesser = new HttpPerson(server.url);
    const from = performance.now();
    const guesses = Array.from({ length: 20 }, () =>
      guesser.post('/api/auth/sign-in/email', { ...reed(), password: 'wrong' }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    // On a machine that is slow, each second that it took lets one more through.
    const more = Math.floor((performance.now() - from) / 1_000);
    const compared = statuses.filter((status) => status === 401).length;
    expect(compared).toBeGreaterThanOrEqual(5);
    expect(compared).toBeLessThanOrEqual(5 + more);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20 - compared);
    server.clock.forward(60_000);
  });
});

describe('signing out', () => {
  it('[SEC-05] ends the session and its sockets, and no other of the same person', async () => {
    const here = await signInStaff(server, 0);
    const elsewhere = await signInStaff(server, 0);
    const board = await makeBoard(here);
    await using socket = await new RawClient(here).join(board);
    await using other = await new RawClient(elsewhere).join(board);

    const out = await here.post('/api/auth/sign-out');
    expect([out.status, out.json]).toEqual([200, { success: true }]);
    await until(() => socket.ended, 'the end of the socket');
    expect(socket.ended).toMatchObject({ code: 'SESSION_ENDED' });
    expect(here.cookie).toMatch(/^bb_known=[^;]+$/);
    expect((await here.get('/api/me')).status).toBe(401);
    expect(other.ended).toBeNull();
    expect((await elsewhere.get('/api/me')).status).toBe(200);
  });

  it('[SEC-05] a session whose time is over ends its sockets', async () => {
    const person = await signInStaff(server, 1);
    await using socket = await new RawClient(person).join(await makeBoard(person));
    server.clock.forward(8 * 24 * 60 * 60_000);
    await until(() => socket.ended, 'the end of the socket');
    expect(socket.ended).toMatchObject({ code: 'SESSION_ENDED' });
  });

  it('is fine where nobody is signed in', async () => {
    expect((await new HttpPerson(server.url).post('/api/auth/sign-out')).status).toBe(200);
  });
});
