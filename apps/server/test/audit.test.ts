import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { openSqliteSnapshot } from '@bridgeboard/storage/sqlite';
import type { AuditLine, AuditView, QueueItem } from '@bridgeboard/protocol';
import { atTheDoor, HttpPerson, letPupilIn, makeBoard, RawClient, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { checkAuditLog } from '../src/audit/check-audit-log.ts';
import { openAuditLog } from '../src/open-store.ts';
import { tellSchools } from '../src/backup/tell-schools.ts';
import { moveStore } from '../src/backup/move-store.ts';
import { wholeStore } from '../src/whole-store.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;
let board: string;
let demoBoard: string;

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
  bello = await signInStaff(server, 1);
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  demoBoard = boards[0]?.id ?? '';
  board = await makeBoard(reed, 'Rain');
});
afterAll(() => server.close());

const at = (path: string, id = board): string => `/api/boards/${id}/${path}`;

async function schoolOf(person: HttpPerson): Promise<string> {
  return ((await person.get('/api/me')).json as { school: { id: string } }).school.id;
}

/** Lines that staff of this school may read, newest first. */
async function linesOf(person: HttpPerson): Promise<AuditLine[]> {
  const query = { school: await schoolOf(person), below: Number.MAX_SAFE_INTEGER, limit: 100 };
  return (await server.storage.audit.find(query)).lines.map(({ line }) => line);
}

/** The newest line of an act since this test began. A line of a board comes from its journal, a moment after the answer. */
const newest = (person: HttpPerson, act: AuditLine['act'], since = 0): Promise<AuditLine> =>
  vi.waitFor(async () => {
    const line = (await linesOf(person)).find((one) => one.act === act && one.at >= since);
    if (line === undefined) throw new Error(`no line of ${act}`);
    return line;
  });

it('[AU8] [AU6] a sign-in that failed has a line for the school, without the address, and a stranger’s has none', async () => {
  const { email = '' } = server.demo.staff[0] ?? {};
  const { id: person } = (await reed.get('/api/me')).json as { id: string };
  const since = server.clock.now();
  const guess = (address: string): ReturnType<HttpPerson['post']> =>
    new HttpPerson(server.url).post('/api/auth/sign-in/email', { email: address, password: 'not the right one' });
  expect((await guess('nobody@hilltop.example')).status).toBe(401);
  expect((await guess(email)).status).toBe(401);
  const line = await newest(reed, 'session.refuse', since);
  const about = { by: null, subjects: [{ kind: 'person', id: person }], detail: 'password' };
  expect(line).toMatchObject({ ...about, schools: [await schoolOf(reed)] });
  const kept = (await server.storage.audit.read(1, 500)).filter((one) => one.line.act === 'session.refuse');
  expect([kept.length, kept[0]?.network?.cut]).toEqual([1, '127.0.0.0/24']);
  expect(JSON.stringify(kept)).not.toMatch(/hilltop|not the right one/);
  expect(JSON.stringify(kept)).not.toContain(email);
});

it('[AU9] a backup beside a running server has a line that every school reads, and the chain goes on', async () => {
  const store = await openAuditLog({ mongoUrl: null, dataDir: server.dataDir });
  await tellSchools('store.backup', store, () => server.clock.now());
  store.close();
  for (const one of [reed, bello]) {
    expect(await newest(one, 'store.backup')).toMatchObject({ by: null, subjects: [], detail: null });
  }
  await bello.post('/api/auth/sign-in/email', { email: 'nobody@hilltop.example', password: 'x' });
  await makeBoard(reed, 'After the backup');
  expect(await checkAuditLog(server.storage.audit)).toMatchObject({ fault: null });
});

describe('what staff do on a board', () => {
  it('[AU4] [REL-23] has a line that says who, what and when, once', async () => {
    const { items } = (await reed.get(at('queue', demoBoard))).json as { items: QueueItem[] };
    const item = items.find(({ status }) => status === 'waiting');
    if (item === undefined) throw new Error('something waits in the demo');
    const begun = server.clock.now();
    await reed.post(at(`cases/${item.case}/decision`, demoBoard), { verdict: 'board', hash: item.hash });
    const line = await newest(reed, 'case.board', begun);
    const { id: person } = (await reed.get('/api/me')).json as { id: string };
    expect(line).toMatchObject({
      board: demoBoard,
      by: { person, role: 'staff' },
      schools: [await schoolOf(reed)],
      detail: null,
    });
    expect(line.subjects[0]).toStrictEqual({ kind: 'case', id: item.case });
    expect(line.subjects.slice(1).every(({ kind }) => kind === 'record')).toBe(true);
    await reed.post(at(`cases/${item.case}/undo`, demoBoard), {});
    expect((await newest(reed, 'case.undo', begun)).number).toBeGreaterThan(line.number);
    expect((await linesOf(reed)).filter(({ act, at: when }) => act === 'case.board' && when >= begun)).toHaveLength(1);
  });

  it('[AU5] is for the schools it concerns: rules for all of the board, decisions for their own school', async () => {
    await reed.post(at('freeze'), { whom: { all: true }, frozen: true });
    await reed.post(at('freeze'), { whom: { all: true }, frozen: false });
    await reed.post(at('school-rules'), { mode: 'own-school' });
    const partnerSchool = await schoolOf(bello);
    const [own, partner] = [await newest(reed, 'board.set-mode'), await newest(bello, 'board.set-mode')];
    expect(partner).toStrictEqual(own);
    expect(own).toMatchObject({ detail: 'own-school', subjects: [{ kind: 'school', id: await schoolOf(reed) }] });
    expect(await newest(bello, 'board.freeze')).toMatchObject({ detail: 'all', subjects: [] });
    const inner = (await linesOf(bello)).filter(
      ({ act, by }) => act.startsWith('case.') && by?.school !== partnerSchool,
    );
    expect(inner).toEqual([]);
    await reed.post(at('school-rules'), { mode: 'held' });
  });

  it('[AU5] about one pupil is for the pupil’s school alone, where its own staff act', async () => {
    const oliver = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
    const begun = server.clock.now();
    await using stack = new AsyncDisposableStack();
    stack.use(await new RawClient(oliver).join(board));
    const live = await server.boards.open(board);
    const { id } = (await oliver.get('/api/me')).json as { id: string };
    const school = await schoolOf(reed);
    const by = {
      id: ((await reed.get('/api/me')).json as { id: string }).id,
      name: '',
      role: 'staff' as const,
      school,
    };
    expect(await live.govern({ by, event: { kind: 'freeze', whom: { person: id } } })).toBeNull();
    const line = await newest(reed, 'board.freeze', begun);
    expect(line).toMatchObject({ schools: [school], subjects: [{ kind: 'person', id }] });
  });

  it('[AU1] of doors, pupils, publications, classes and sign-ins has its line before it is answered', async () => {
    const begun = server.clock.now();
    const { classes } = (await reed.get(at('door'))).json as { classes: { id: string }[] };
    await reed.post(at('door'), { minutes: 0 });
    await reed.post(at('door'), { minutes: 20 });
    const oliver = await letPupilIn(server, { school: 0, pupil: 1, board, by: reed });
    const { id: pupil } = (await oliver.get('/api/me')).json as { id: string };
    await reed.post(at('dismiss'), { pupils: [pupil] });
    const published = (await reed.post(at('publications'), {})).json as { id: string };
    await bello.post(`/api/publications/${published.id}/withdraw`, {});
    await reed.post(`/api/classes/${classes[0]?.id ?? ''}`, { name: '5B' });
    const again = await signInStaff(server, 0);
    await again.post('/api/auth/sign-out', {});
    const lines = (await linesOf(reed)).filter(({ at: when, entry }) => when >= begun && entry === null);
    expect(lines.map(({ act, detail }) => [act, detail])).toEqual([
      ['session.end', null],
      ['session.begin', null],
      ['class.change', null],
      ['publication.withdraw', null],
      ['publication.make', null],
      ['pupil.dismiss', null],
      ['pupil.admit', null],
      ['door.open', '20'],
      ['door.shut', null],
    ]);
    const theirs = (await linesOf(bello)).filter(({ at: when, entry }) => when >= begun && entry === null);
    expect(theirs.map(({ act }) => act)).toEqual([
      'publication.withdraw',
      'publication.make',
      'door.open',
      'door.shut',
    ]);
    expect(lines[6]).toMatchObject({ board, subjects: [{ kind: 'person', id: pupil }] });
  });

  it('[SG-25] [ER1] of a pupil who is erased the ids stay, and one line says so; no line ever had a name', async () => {
    const harry = await letPupilIn(server, { school: 0, pupil: 2, board, by: reed });
    const { id, name } = (await harry.get('/api/me')).json as { id: string; name: string };
    await server.storage.erasures.put({ id, kind: 'person', askedAt: 1, doneAt: null });
    const line = await vi.waitFor(
      async () => {
        const [erasure] = (await server.storage.erasures.all()).filter((one) => one.id === id && one.doneAt !== null);
        if (erasure === undefined) throw new Error('not erased yet');
        return newest(reed, 'person.erase');
      },
      { timeout: 20_000 },
    );
    expect(line).toMatchObject({ by: null, schools: [await schoolOf(reed)], subjects: [{ kind: 'person', id }] });
    const all = JSON.stringify(await server.storage.audit.read(1, 1_000));
    expect(all).toContain(id);
    for (const word of [name, 'Reed', 'Bello', 'Rain', 'Oliver']) expect(all).not.toContain(word);
  }, 30_000);

  it('[AU3] makes a log whose chain is whole, and a move brings it over as it is', async () => {
    const verdict = await checkAuditLog(server.storage.audit);
    expect(verdict).toStrictEqual({ head: await server.storage.audit.head(), fault: null });
    const snapshot = await openSqliteSnapshot({ dataDir: server.dataDir });
    const target = await openMemoryStorage();
    await moveStore(await wholeStore(snapshot), await wholeStore(target), () => 1);
    expect(await checkAuditLog(target.audit)).toStrictEqual(verdict);
    await snapshot.close();
  });
});

describe('the page of what was done', () => {
  const read = async (person: HttpPerson, query = '') => {
    const { status, json } = await person.get(`/api/audit${query}`);
    return { status, view: json as AuditView };
  };

  it('[AU6] tells staff their own school’s lines with the names of today, newest first', async () => {
    const { view } = await read(reed);
    const numbers = view.lines.map(({ number }) => number);
    expect(numbers).toEqual((await linesOf(reed)).slice(0, 50).map(({ number }) => number));
    const admitted = view.lines.find(({ act }) => act === 'pupil.admit');
    expect(admitted?.by?.name).toBe(((await reed.get('/api/me')).json as { name: string }).name);
    expect(view.lines.find(({ act }) => act === 'person.erase')).toMatchObject({
      by: null,
      people: [{ id: null, name: null, school: null, role: null }],
    });
    expect(view.chain).toEqual({ checked: view.chain.lines, lines: expect.any(Number), brokenAt: null });
    expect(view.staff.length).toBeGreaterThan(0);
  });

  it('[AU6] tells another school nothing of what is inner, and no pupil’s name or id', async () => {
    const { view } = await read(bello);
    const school = await schoolOf(bello);
    const others = view.lines.filter(({ by }) => by !== null && by.school !== school);
    expect(others.map(({ act }) => act)).toEqual(expect.arrayContaining(['door.open', 'board.freeze']));
    for (const { act, people, network } of others) {
      expect(act).not.toMatch(/^(?:case|record|session|class|pupil|staff|school)\./);
      expect(people.filter(({ id, name }) => id !== null || name !== null)).toEqual([]);
      expect(network).toBeNull();
    }
  });

  it('[AU6] chooses by act, person, board and day, and goes on where a page ended', async () => {
    const me = (await reed.get('/api/me')).json as { id: string };
    const doors = (await read(reed, '?act=door.open,door.shut')).view.lines;
    expect(new Set(doors.map(({ act }) => act))).toEqual(new Set(['door.open', 'door.shut']));
    const mine = (await read(reed, `?person=${me.id}&board=${board}`)).view.lines;
    expect(mine.every((line) => line.by?.id === me.id && line.board?.id === board)).toBe(true);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(server.clock.now());
    expect((await read(reed, `?day=${today}`)).view.lines.length).toBeGreaterThan(5);
    expect((await read(reed, '?day=2001-01-01')).view.lines).toEqual([]);
    const last = mine.at(-1)?.number ?? 0;
    expect((await read(reed, `?below=${last}`)).view.lines.every(({ number }) => number < last)).toBe(true);
    expect((await read(reed, '?act=nothing')).status).toBe(400);
    expect((await read(reed, '?day=2026-13-45')).status).toBe(400);
  });

  it('[AU6] is for staff alone', async () => {
    const pupil = await atTheDoor(server, { school: 0, pupil: 3 });
    expect((await read(pupil)).status).toBe(403);
    expect((await read(new HttpPerson(server.url))).status).toBe(401);
  });

  it('[AU6] [SG-05] where somebody signed in from is told to themselves', async () => {
    const begun = (await read(reed, '?act=session.begin')).view.lines;
    const me = (await reed.get('/api/me')).json as { id: string };
    expect(begun.find(({ by }) => by?.id === me.id)?.network).toBe('127.0.0.0/24');
    expect((await read(bello, '?act=session.begin')).view.lines.every(({ by }) => by?.id !== me.id)).toBe(true);
  });
});
