import type { Author, ClassView, Door, PublicationLine, RewindCounts } from '@bridgeboard/protocol';
import {
  HttpPerson,
  RawClient,
  letPupilIn,
  makeBoard,
  richText,
  shape,
  signInStaff,
  until,
} from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freshFolder, startInProcess, type ServerInProcess } from './server-in-process.ts';

/** What a class is told to be done with at the latest (SG-14), in ms. */
const atOnceMs = 1_000;
const afterBurst = 61_000;

let server: ServerInProcess;
let reed: HttpPerson;
let bello: HttpPerson;

beforeAll(async () => {
  server = await startInProcess();
  [reed, bello] = [await signInStaff(server, 0), await signInStaff(server, 1)];
});
afterAll(() => server.close());

/** A blank board with a pupil of each school let in. */
async function openBoard(title: string, pupil = 0) {
  const board = await makeBoard(reed, title);
  const oliver = await letPupilIn(server, { school: 0, pupil, board, by: reed });
  const aisha = await letPupilIn(server, { school: 1, pupil, board, by: bello });
  const on = (person: HttpPerson): Promise<RawClient> => new RawClient(person).join(board);
  return { board, oliver, aisha, on, at: (path: string): string => `/api/boards/${board}/${path}` };
}

type Place = Awaited<ReturnType<typeof openBoard>>;
const noteOf = (name: string, words: string) => shape('note', name, { 'props.richText': richText(words) });

/** A pupil draws these notes, and their teacher lets all of them out. */
async function letOut(
  place: Place,
  { by, staff }: { by: RawClient; staff: RawClient },
  ...notes: ReturnType<typeof noteOf>[]
) {
  await by.edit(...notes.map((record) => ({ op: 'create' as const, record })));
  await until(() => staff.cases.size > 0 && staff.seen().has(notes[0]?.id ?? ''), 'the work at the teacher');
  server.clock.forward(afterBurst);
  const waiting = await until(
    () => [...staff.cases.values()].find((one) => one.status === 'waiting' && one.hash !== undefined),
    'the case',
  );
  const answer = await reed.post(place.at(`cases/${waiting.id}/decision`), { verdict: 'board', hash: waiting.hash });
  if (answer.status !== 200) throw new Error(answer.text);
}

const authorsSaid = (client: RawClient): Author[] => client.frames.flatMap(({ patch }) => patch?.authors ?? []);

describe('all that a pupil has on a board', () => {
  it('[SG-14] [P40] [P22] is gone within a second from every screen, thumbnail, publication and undo, and comes back by one act', async () => {
    const place = await openBoard('Hide all');
    const { at } = place;
    await using oliver = await place.on(place.oliver);
    await using aisha = await place.on(place.aisha);
    await using teacher = await place.on(reed);
    await using partner = await place.on(bello);
    const notes = ['one', 'two'].map((name) => noteOf(`hidden-${name}-`, 'cormorant'));
    await letOut(place, { by: oliver, staff: teacher }, ...notes);
    const ids = notes.map(({ id }) => id);
    const others = [aisha, partner];
    await until(() => others.every((client) => ids.every((id) => client.isShared(id))), 'the notes everywhere');
    const { id } = (await reed.post(at('publications'))).json as PublicationLine;
    const { token } = (await reed.post(at('guests'), { name: 'Dr Cole', minutes: 45 })).json as { token: string };
    const guest = new HttpPerson(server.url);
    await guest.post('/api/guest/enter', { token });
    const parent = new HttpPerson(server.url);
    const surfaces = async (): Promise<string[]> => {
      const answers = await Promise.all([
        bello.get(at('picture.svg')),
        place.aisha.get(at('picture.svg')),
        place.oliver.get(at('picture.svg')),
        bello.get(at('snapshot')),
        place.aisha.get(at('snapshot')),
        parent.get(`/p/${id}`),
        parent.get(`/p/${id}/board.svg`),
        guest.get('/api/guest'),
        guest.get('/api/guest/board.svg'),
      ]);
      for (const { status } of answers) expect(status).toBe(200);
      return answers.map(({ text }) => text);
    };
    for (const text of await surfaces()) expect(text).toContain('cormorant');

    const key = oliver.joined?.you.key ?? '';
    const begun = performance.now();
    const { json } = await reed.post(at(`authors/${key}/hide`), { bringBack: null });
    const told = json as { records: string[] };
    await until(() => [...others, oliver].every((one) => ids.every((gone) => !one.seen().has(gone))), 'the end of it');
    for (const text of await surfaces()) expect(text).not.toContain('cormorant');
    expect(performance.now() - begun).toBeLessThan(atOnceMs);
    expect(told.records.toSorted()).toEqual(ids.toSorted());
    expect(teacher.seen().has(ids[0] ?? '')).toBe(true);
    // An undo in the author's browser would change it, or put it there again.
    const undo = await oliver.edit({ op: 'update', id: ids[0] ?? '', set: { x: 9 } });
    const again = await oliver.edit({ op: 'create', record: notes[1] ?? noteOf('never', '') });
    expect([undo, again].flatMap(({ refused }) => refused?.map(({ code }) => code))).toEqual(['PUT_AWAY', 'BAD_ID']);

    const back = await reed.post(at(`authors/${key}/hide`), { bringBack: told.records });
    expect((back.json as { records: string[] }).records).toHaveLength(2);
    await until(() => others.every((client) => ids.every((each) => client.isShared(each))), 'the notes back');
    for (const text of await surfaces()) expect(text).toContain('cormorant');
    const { lines } = (await reed.get('/api/audit')).json as { lines: { act: string }[] };
    expect(lines.slice(0, 3).map(({ act }) => act)).toEqual(expect.arrayContaining(['person.hide', 'person.show']));
  });

  it('[P26] is counted and taken back by minutes, and that is undone by one act', async () => {
    const place = await openBoard('Rewind', 1);
    const { at } = place;
    await using oliver = await place.on(place.oliver);
    await using teacher = await place.on(reed);
    const [early, late, moved, erased] = ['early', 'late', 'moved', 'erased'].map((name) => noteOf(name, name));
    if (!early || !late || !moved || !erased) throw new Error('nothing was made');
    for (const record of [early, moved, erased]) await oliver.edit({ op: 'create', record });
    server.clock.forward(10 * 60_000);
    await oliver.edit({ op: 'create', record: late });
    await oliver.edit({ op: 'update', id: moved.id, set: { x: 700 } }, { op: 'delete', id: erased.id });
    const key = oliver.joined?.you.key ?? '';
    const counts: RewindCounts = { added: 1, erased: 1, changed: 1, skipped: 0 };
    const preview = at(`authors/${key}/rewind/preview`);
    expect((await reed.post(preview, { minutes: 3 })).json).toEqual(counts);
    expect((await bello.post(preview, { minutes: 3 })).json).toMatchObject({ code: 'NOT_FOUND' });
    const shown = (): (number | undefined)[] =>
      [early, late, moved, erased].map(({ id }) => oliver.seen().get(id)?.['x'] as number | undefined);
    const before = shown();
    const done = (await reed.post(at(`authors/${key}/rewind`), { minutes: 3 })).json as { counts: object; at: number };
    expect(done.counts).toEqual(counts);
    await until(() => !oliver.seen().has(late.id) && oliver.seen().has(erased.id), 'the rewind');
    expect(shown()).toEqual([early['x'], undefined, moved['x'], erased['x']]);

    const own = teacher.joined?.you.key ?? '';
    const undone = await reed.post(at(`authors/${own}/rewind`), { from: done.at, to: done.at });
    expect(undone.status).toBe(200);
    await until(() => oliver.seen().has(late.id), 'the undo');
    expect(shown()).toEqual(before);
  });
});

describe('a long scribble', () => {
  it('[P26] a thousand changes are counted and taken back within two seconds each', async () => {
    const place = await openBoard('Scribble', 5);
    await using oliver = await place.on(place.oliver);
    const made: string[] = [];
    for (let batch = 0; batch < 10; batch += 1) {
      const notes = Array.from({ length: 100 }, (_, i) => noteOf(`scribble-${batch}-${i}-`, 'scribble'));
      made.push(...notes.map(({ id }) => id));
      await oliver.edit(...notes.map((record) => ({ op: 'create' as const, record })));
      server.clock.forward(1_500);
    }
    const rewind = place.at(`authors/${oliver.joined?.you.key}/rewind`);
    const begun = performance.now();
    const preview = (await reed.post(`${rewind}/preview`, { minutes: 3 })).json as RewindCounts;
    const counted = performance.now();
    expect(preview).toEqual({ added: 1_000, erased: 0, changed: 0, skipped: 0 });
    expect((await reed.post(rewind, { minutes: 3 })).status).toBe(200);
    await until(() => made.every((id) => !oliver.seen().has(id)), 'the end of the scribble');
    const [countMs, doneMs] = [counted - begun, performance.now() - counted];
    process.stdout.write(`1000 changes: counted in ${countMs.toFixed()} ms, gone in ${doneMs.toFixed()} ms\n`);
    expect(Math.max(countMs, doneMs)).toBeLessThan(2_000);
  });
});

/** How the same pupil comes to the door again, by code and PIN. */
async function comeAgain(pupil: number): Promise<{ status: number; code?: string }> {
  const { code = '', pupils = [] } = server.demo.classes[0] ?? {};
  const person = new HttpPerson(server.url);
  const tiles = (await person.post('/api/join/code', { code })).json as { pupils: { id: string; name: string }[] };
  const id = tiles.pupils.find(({ name }) => name === pupils[pupil]?.name)?.id;
  const { status, json } = await person.post('/api/join/pin', { pupil: id, pin: pupils[pupil]?.pin });
  return { status, ...(status === 200 ? {} : { code: (json as { code: string }).code }) };
}

describe('a pupil who is suspended', () => {
  it('[P25] is off all boards at once, cannot come in again, and can be let back; others hear that they are not there, and no more', async () => {
    const [first, second] = [await openBoard('First', 2), await openBoard('Second', 4)];
    // The same pupil on both boards, by one session.
    const { inside } = (await reed.get(first.at('door'))).json as Door;
    await reed.post(second.at('admit'), { pupils: inside.map(({ pupil }) => pupil) });
    await using here = await first.on(first.oliver);
    await using there = await second.on(first.oliver);
    await using partner = await second.on(bello);
    await using teacher = await first.on(reed);
    await using alsoTeacher = await second.on(reed);
    const note = noteOf('suspended', 'mine');
    await letOut(first, { by: here, staff: teacher }, note);
    await letOut(second, { by: there, staff: alsoTeacher }, noteOf('second-one', 'mine'));
    const { key = '', label = '' } = there.joined?.you ?? {};
    await until(() => authorsSaid(partner).some((author) => author.key === key), 'the author at the partner');
    const suspend = (by: HttpPerson, suspended: boolean) =>
      by.post(first.at(`authors/${here.joined?.you.key}/suspend`), { suspended });
    expect((await suspend(bello, true)).status).toBe(404);

    const begun = performance.now();
    expect((await suspend(reed, true)).status).toBe(200);
    await until(() => [here, there].every(({ ended }) => ended !== null), 'the end of both sockets');
    expect(performance.now() - begun).toBeLessThan(atOnceMs);
    expect((await first.oliver.get('/api/me')).status).toBe(401);
    expect(await comeAgain(2)).toEqual({ status: 403, code: 'SUSPENDED' });
    const said = await until(() => authorsSaid(partner).find((one) => one.key === key && one.away), 'the news');
    expect(Object.keys(said).toSorted()).toEqual(['away', 'key', 'label', 'role', 'school']);
    for (const text of partner.received) {
      expect(text).not.toContain('suspend');
      expect(text).not.toContain(label);
    }
    expect(partner.isShared(noteOf('second-one', '').id)).toBe(true);
    expect((await reed.get('/api/boards')).status).toBe(200);

    expect((await suspend(reed, false)).status).toBe(200);
    expect(await comeAgain(2)).toEqual({ status: 200 });
    await until(() => authorsSaid(partner).at(-1)?.away === undefined, 'the news of the return');
    const { lines } = (await reed.get('/api/audit')).json as { lines: { act: string }[] };
    expect(lines.map(({ act }) => act)).toEqual(expect.arrayContaining(['pupil.suspend', 'pupil.unsuspend']));
    const theirs = (await bello.get('/api/audit')).json as { lines: { act: string }[] };
    expect(theirs.lines.filter(({ act }) => /suspend|member/.test(act))).toEqual([]);
  });

  it('[P25] stays so over a restart, on boards that nobody had open as well, until the class list says otherwise', async () => {
    await using folder = await freshFolder();
    const key = await (async () => {
      await using before = await startInProcess({ DATA_DIR: folder.path });
      const teacher = await signInStaff(before, 0);
      const board = await makeBoard(teacher, 'Before');
      const pupil = await letPupilIn(before, { school: 0, pupil: 3, board, by: teacher });
      await using client = await new RawClient(pupil).join(board);
      return { board, author: client.joined?.you.key ?? '', name: before.demo.classes[0]?.pupils[3]?.name };
    })();
    await using after = await startInProcess({ DATA_DIR: folder.path });
    const { directory } = after.storage;
    const staff = await signInStaff(after, 0);
    const { classes } = (await staff.get('/api/classes')).json as { classes: { id: string }[] };
    const schoolClass = await directory.schoolClass(classes[0]?.id ?? '');
    const pupils = await directory.pupilsOf(schoolClass?.id ?? '');
    const pupil = pupils.find(({ nickname }) => nickname === key.name);
    if (!pupil || !schoolClass) throw new Error('the pupil is not there');
    await directory.putPupil({ ...pupil, suspendedAt: 1 });
    const live = await after.boards.open(key.board);
    const isAway = (): boolean =>
      !live.permissions(schoolClass.school).members.some(({ person }) => person === pupil.id);
    await until(isAway, 'the board to know');
    const lines = async () => (await staff.get(`/api/classes/${schoolClass.id}`)).json as ClassView;
    expect((await lines()).pupils.filter(({ suspended }) => suspended).map(({ id }) => id)).toEqual([pupil.id]);
    const path = `/api/classes/${schoolClass.id}/pupils/${pupil.id}/suspend`;
    const answer = (await staff.post(path, { suspended: false })).json as ClassView;
    expect(answer.pupils.some(({ suspended }) => suspended)).toBe(false);
    expect(isAway()).toBe(false);
  });
});
