import type { OwnSession } from '@bridgeboard/protocol';
import { HttpPerson, RawClient, letPupilIn, makeBoard, shape, signInStaff, until } from '@bridgeboard/testkit';
import { afterAll, beforeEach, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let here: HttpPerson;

beforeAll(async () => {
  server = await startInProcess();
});
afterAll(() => server.close());
beforeEach(async () => {
  here = await signInStaff(server, 0);
});
afterEach(() => here.post('/api/auth/sign-out'));

async function sessionsOf(person: HttpPerson): Promise<OwnSession[]> {
  return ((await person.get('/api/account/sessions')).json as { sessions: OwnSession[] }).sessions;
}

async function signInWith(userAgent: string): Promise<HttpPerson> {
  const person = new HttpPerson(server.url);
  const { email = '', password = '' } = server.demo.staff[0] ?? {};
  await person.post('/api/auth/sign-in/email', { email, password }, { 'user-agent': userAgent });
  return person;
}

describe('where staff are signed in', () => {
  it('[SI1] says when, with what, and which one asks', async () => {
    const tablet = await signInWith('Mozilla/5.0 (iPad; CPU OS 19_1 like Mac OS X) Version/19.1 Safari/604.1');
    const [newest, older] = await sessionsOf(here);
    expect(newest).toMatchObject({ browser: 'Safari', system: 'iPad', isThis: false });
    expect(older?.isThis).toBe(true);
    expect(newest?.startedAt).toBeGreaterThanOrEqual(older?.startedAt ?? Infinity);
    expect(Object.keys(newest ?? {}).toSorted()).toEqual(
      ['browser', 'id', 'isThis', 'seenAt', 'startedAt', 'system'].toSorted(),
    );
    expect((await sessionsOf(tablet)).map(({ isThis }) => isThis)).toEqual([true, false]);
    await tablet.post('/api/auth/sign-out');
  });

  it('[SI1] knows to ten minutes when one was last there, and that an open board is there now', async () => {
    const other = await signInStaff(server, 0);
    const board = await makeBoard(other);
    const otherOf = async (): Promise<OwnSession | undefined> => (await sessionsOf(here)).find(({ isThis }) => !isThis);
    const began = (await otherOf())?.seenAt ?? 0;
    server.clock.forward(11 * 60_000);
    expect((await otherOf())?.seenAt).toBe(began);
    await other.get('/api/me');
    const seen = (await otherOf())?.seenAt ?? 0;
    expect(seen).toBeGreaterThanOrEqual(began + 11 * 60_000);
    server.clock.forward(5 * 60_000);
    await other.get('/api/me');
    expect((await otherOf())?.seenAt).toBe(seen);
    const socket = await new RawClient(other).join(board);
    expect((await otherOf())?.seenAt).toBeGreaterThanOrEqual(seen + 5 * 60_000);
    await socket.close();
    await other.post('/api/auth/sign-out');
  });

  it('[SI1] keeps nothing of a pupil’s device', async () => {
    const pupil = await letPupilIn(server, { school: 0, pupil: 0, board: await makeBoard(here), by: here });
    const { id } = (await pupil.get('/api/me')).json as { id: string };
    const rows = server.storage.identityDatabase;
    if (rows.kind !== 'sqlite') throw new Error('this is sqlite');
    const kept = rows.database.prepare('SELECT userAgent, ipAddress FROM session WHERE userId = ?').all(id);
    expect(kept.map((row) => ({ ...row }))).toEqual([{ userAgent: null, ipAddress: null }]);
  });
});

describe('ending sessions', () => {
  it('[SI2] [SEC-05] what is ended hears nothing that comes after the answer', async () => {
    const other = await signInStaff(server, 0);
    const board = await makeBoard(here);
    await using mine = await new RawClient(here).join(board);
    await using lost = await new RawClient(other).join(board);
    const witness = await new RawClient(await signInStaff(server, 1)).join(board);

    const answer = await here.post('/api/account/sessions/end', { which: { others: true } });
    expect((answer.json as { sessions: OwnSession[] }).sessions.map(({ isThis }) => isThis)).toEqual([true]);
    expect((await other.get('/api/me')).status).toBe(401);

    const note = shape('note', 'after-the-end');
    await mine.edit({ op: 'create', record: note });
    await until(() => witness.seen().has(note.id), 'the note at somebody else');
    await until(() => lost.ended, 'the end of the socket');
    expect(lost.ended).toMatchObject({ code: 'SESSION_ENDED' });
    expect(lost.seen().has(note.id)).toBe(false);
    expect(mine.ended).toBeNull();
    await witness.close();
  });

  it('[SI2] ends one and leaves the others', async () => {
    const [one, other] = [await signInStaff(server, 0), await signInStaff(server, 0)];
    const target = (await sessionsOf(one)).find(({ isThis }) => isThis)?.id;
    const left = await here.post('/api/account/sessions/end', { which: { session: target } });
    expect((left.json as { sessions: OwnSession[] }).sessions).toHaveLength(2);
    expect((await one.get('/api/me')).status).toBe(401);
    expect((await other.get('/api/me')).status).toBe(200);
    await other.post('/api/auth/sign-out');
  });

  it('[SI2] ends nothing of anybody else', async () => {
    const stranger = await signInStaff(server, 1);
    const theirs = (await sessionsOf(stranger))[0]?.id;
    const answer = await here.post('/api/account/sessions/end', { which: { session: theirs } });
    expect(answer.status).toBe(200);
    expect((await stranger.get('/api/me')).status).toBe(200);
  });
});
