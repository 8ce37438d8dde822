import type { Door } from '@bridgeboard/protocol';
import { HttpPerson, atTheDoor, letPupilIn, makeBoard, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
  bello = await signInStaff(server, 1);
});
afterAll(() => server.close());

function codeOf(school: 0 | 1): string {
  return server.demo.classes[school]?.code ?? '';
}

function withoutId(text: string): string {
  return text.replace(/"requestId":"[^"]+"/, '');
}

async function shutAllDoors(): Promise<void> {
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  for (const { id } of boards) await reed.post(`/api/boards/${id}/door`, { minutes: 0 });
}

async function doorOf(person: HttpPerson, board: string): Promise<Door> {
  return (await person.get(`/api/boards/${board}/door`)).json;
}

async function tileOf(person: HttpPerson, name: string): Promise<{ id: string; here: boolean; avatar: string }> {
  const answer = await person.post('/api/join/code', { code: codeOf(0) });
  const { pupils } = answer.json as { pupils: { id: string; name: string; here: boolean; avatar: string }[] };
  const tile = pupils.find((each) => each.name === name);
  if (tile === undefined) throw new Error('no such tile');
  return tile;
}

describe('class codes', () => {
  it('[SEC-29] a wrong code, a malformed one and a right one before a shut door are answered alike, after one time', async () => {
    await shutAllDoors();
    const person = new HttpPerson(server.url);
    const answers = [];
    for (const code of ['BCDF-GHJK', 'nonsense', '', codeOf(0)]) {
      const began = performance.now();
      const answer = await person.post('/api/join/code', { code });
      answers.push({ status: answer.status, text: withoutId(answer.text), slow: performance.now() - began >= 195 });
    }
    expect(answers[0]).toMatchObject({ status: 403, slow: true });
    expect(answers[0]?.text).toContain('JOIN_REFUSED');
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('opens the list of names while a door is open for the class, however it is typed', async () => {
    const board = await makeBoard(reed);
    for (const code of [codeOf(1), codeOf(1).toLowerCase(), ` ${codeOf(1).replace('-', ' ')} `]) {
      const answer = await new HttpPerson(server.url).post('/api/join/code', { code });
      expect(answer.json).toMatchObject({ className: 'JSS1', school: { shortName: 'Al-Noor' } });
      expect((answer.json as { pupils: unknown[] }).pupils).toHaveLength(10);
    }
    await reed.post(`/api/boards/${board}/door`, { minutes: 0 });
    expect((await new HttpPerson(server.url).post('/api/join/code', { code: codeOf(1) })).status).toBe(403);
  });

  it('a door shuts by itself', async () => {
    const board = await makeBoard(reed);
    server.clock.forward(31 * 60_000);
    expect((await doorOf(reed, board)).openUntil).toBe(0);
    expect((await new HttpPerson(server.url).post('/api/join/code', { code: codeOf(0) })).status).toBe(403);
  });

  it('[SG-04] the form of the front door hands the code on in a fragment, which no server and no log sees', async () => {
    await shutAllDoors();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const typed = `code=${codeOf(0).toLowerCase()}`;
    const refused = await new HttpPerson(server.url).post('/join', typed, form);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('This code does not open a door right now.');
    expect(refused.text).toContain(`value="${codeOf(0).toLowerCase()}"`);
    await makeBoard(reed);
    const taken = await new HttpPerson(server.url).post('/join', typed, form);
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `/join#${codeOf(0).replace('-', '')}`]);
  });

  it('[D10] staff see the codes of their own classes only', async () => {
    const board = await makeBoard(reed);
    expect((await doorOf(reed, board)).classes).toEqual([expect.objectContaining({ name: '5B', code: codeOf(0) })]);
    expect((await doorOf(bello, board)).classes).toEqual([expect.objectContaining({ name: 'JSS1', code: codeOf(1) })]);
  });
});

describe('picture PINs', () => {
  const wrong = [0, 0, 0, 0];
  const [name, right] = ['Aryan S.', (): readonly number[] => server.demo.classes[0]?.pupils[1]?.pin ?? []];

  it('[D10] five misses make a pause of 30 s for that pupil and device; another device is not held up', async () => {
    await makeBoard(reed);
    const tablet = new HttpPerson(server.url);
    const other = new HttpPerson(server.url);
    const { id } = await tileOf(tablet, name);
    await tileOf(other, name);
    const guess = (person: HttpPerson, pin: readonly number[]) => person.post('/api/join/pin', { pupil: id, pin });

    for (let round = 0; round < 5; round += 1) {
      expect((await guess(tablet, wrong)).json).toMatchObject({ code: 'PIN_WRONG', retryable: false });
    }
    const paused = await guess(tablet, right());
    expect([paused.status, paused.json]).toEqual([
      429,
      expect.objectContaining({ code: 'PIN_PAUSED', retryable: true }),
    ]);
    expect((paused.json as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(25_000);
    expect((await guess(other, right())).status).toBe(200);

    server.clock.forward(30_000);
    const inside = await guess(tablet, right());
    expect([inside.status, inside.json]).toEqual([200, { name }]);
  });

  it('devices without our cookie share one count, so that no cookie buys no guesses', async () => {
    await makeBoard(reed);
    const { id } = await tileOf(new HttpPerson(server.url), 'Freya D.');
    const codes: unknown[] = [];
    for (let round = 0; round < 7; round += 1) {
      const answer = await new HttpPerson(server.url).post('/api/join/pin', { pupil: id, pin: wrong });
      codes.push((answer.json as { code: string }).code);
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'PIN_WRONG'), 'PIN_PAUSED', 'PIN_PAUSED']);
  });

  it('a pupil without one chooses it; of two who choose at once one has chosen', async () => {
    await makeBoard(reed);
    const { id } = await tileOf(new HttpPerson(server.url), 'Isla W.');
    const kept = await server.storage.directory.pupil(id);
    if (kept === null) throw new Error('no such pupil');
    await server.storage.directory.putPupil({ ...kept, pinHash: null });
    const choose = (pin: number[]) => new HttpPerson(server.url).post('/api/join/pin', { pupil: id, pin });
    const both = await Promise.all([choose([1, 2, 3, 4]), choose([5, 6, 7, 8])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    const chosen = both[0]?.status === 200 ? [1, 2, 3, 4] : [5, 6, 7, 8];
    expect((await choose(chosen)).status).toBe(200);
    expect((await choose(chosen.toReversed())).status).toBe(403);
  });

  it('[SG-02] nothing but the agreed facts is kept of a pupil', async () => {
    const { id } = await tileOf(new HttpPerson(server.url), name);
    expect(Object.keys((await server.storage.directory.pupil(id)) ?? {}).toSorted()).toEqual(
      ['classId', 'consent', 'createdDay', 'id', 'nickname', 'pinHash'].toSorted(),
    );
  });
});

describe('the lobby', () => {
  it('a pupil waits where only staff of the own school see and let in', async () => {
    // Who waited in the tests before has gone by then.
    server.clock.forward(60_000);
    const board = await makeBoard(reed, 'Lobby');
    const oliver = await atTheDoor(server, { school: 0, pupil: 7 });
    await atTheDoor(server, { school: 0, pupil: 8 });
    const lobby = (await oliver.get('/api/lobby')).json;
    expect(lobby).toMatchObject({ state: 'waiting', className: '5B', staff: ['Ms Reed'] });
    expect(
      (lobby as { friends: { name: string; you: boolean }[] }).friends.map(({ name, you }) => [name, you]),
    ).toEqual([
      ['Oliver H.', true],
      ['Ruby L.', false],
    ]);
    expect((await oliver.get('/api/me')).json).toMatchObject({ role: 'pupil', board: null });
    expect((await oliver.get(`/api/boards/${board}`)).status).toBe(404);

    const [waiting] = (await doorOf(reed, board)).waiting;
    expect((await doorOf(reed, board)).waiting.map(({ name }) => name)).toEqual(['Oliver H.', 'Ruby L.']);
    expect((await doorOf(bello, board)).waiting).toEqual([]);
    await bello.post(`/api/boards/${board}/admit`, { pupils: [waiting?.pupil] });
    expect((await oliver.get('/api/lobby')).json).toMatchObject({ state: 'waiting' });

    const after = await reed.post(`/api/boards/${board}/admit`, { pupils: [waiting?.pupil] });
    expect((after.json as Door).inside).toEqual([expect.objectContaining({ name: 'Oliver H.', online: false })]);
    expect((after.json as Door).waiting.map(({ name }) => name)).toEqual(['Ruby L.']);
    expect((await oliver.get('/api/lobby')).json).toMatchObject({
      state: 'admitted',
      board: { id: board, title: 'Lobby' },
    });
    expect((await oliver.get('/api/me')).json).toMatchObject({ board });
    expect((await oliver.get(`/api/boards/${board}`)).status).toBe(200);
  });

  it('a pupil keeps the board when the door shuts, and loses it when sent out', async () => {
    const board = await makeBoard(reed, 'Sent out');
    const amelia = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
    await shutAllDoors();
    expect((await amelia.get('/api/lobby')).json).toMatchObject({ state: 'admitted', board: { id: board } });
    const { pupil } = (await doorOf(reed, board)).inside[0] ?? { pupil: '' };
    await bello.post(`/api/boards/${board}/dismiss`, { pupils: [pupil] });
    expect((await amelia.get(`/api/boards/${board}`)).status).toBe(200);
    await reed.post(`/api/boards/${board}/dismiss`, { pupils: [pupil] });
    expect((await amelia.get(`/api/boards/${board}`)).status).toBe(404);
  });

  it('who stops asking is gone from it', async () => {
    const board = await makeBoard(reed);
    await atTheDoor(server, { school: 0, pupil: 9 });
    expect((await doorOf(reed, board)).waiting.map(({ name }) => name)).toContain('Zainab K.');
    server.clock.forward(60_000);
    expect((await doorOf(reed, board)).waiting).toEqual([]);
  });
});

it('[SEC-29] a class that mistypes gets in, somebody who keeps guessing does not', async () => {
  await makeBoard(reed);
  const person = new HttpPerson(server.url);
  const right = codeOf(0);
  const wrongEnds = '2345678BCDF'.split('').filter((letter) => !right.endsWith(letter));
  const mistype = (round: number) =>
    person.post('/api/join/code', { code: `${right.slice(0, 8)}${wrongEnds[round % wrongEnds.length]}` });
  const sixty = await Promise.all(Array.from({ length: 60 }, (_, round) => mistype(round)));
  expect(new Set(sixty.map(({ status }) => status))).toEqual(new Set([403]));
  expect((await person.post('/api/join/code', { code: codeOf(0) })).status).toBe(200);
  const more = await Promise.all(Array.from({ length: 60 }, (_, round) => mistype(round)));
  expect(more.some(({ status }) => status === 429)).toBe(true);
});
