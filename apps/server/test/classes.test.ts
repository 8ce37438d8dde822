import type { ClassLine, ClassView } from '@bridgeboard/protocol';
import {
  HttpPerson,
  RawClient,
  atTheDoor,
  letPupilIn,
  makeBoard,
  shape,
  signInStaff,
  until,
  type HttpAnswer,
} from '@bridgeboard/testkit';
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

async function newClass(name: string, pupils: readonly string[] = []): Promise<ClassView> {
  const made = (await reed.post('/api/classes', { name })).json as ClassView;
  return pupils.length === 0 ? made : at(await reed.post(`/api/classes/${made.id}/pupils`, { names: pupils }));
}

function at({ status, json }: { status: number; json: unknown }): ClassView {
  expect(status).toBeLessThan(300);
  return json as ClassView;
}

const namesIn = ({ pupils }: ClassView): string[] => pupils.map(({ name }) => name);

/** The pupil's id, by name. */
function idOf({ pupils }: ClassView, name: string): string {
  return pupils.find((pupil) => pupil.name === name)?.id ?? '';
}

async function riverside(): Promise<ClassView> {
  const { classes } = (await reed.get('/api/classes')).json as { classes: { id: string; name: string }[] };
  return at(await reed.get(`/api/classes/${classes.find(({ name }) => name === '5B')?.id}`));
}

describe('classes', () => {
  it('[PU3] staff make and rename classes of their own school, and see no other ones', async () => {
    const made = await newClass('6A');
    expect(made).toMatchObject({ name: '6A', pin: 'pictures', pupils: [] });
    expect(made.code).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    const renamed = at(await reed.post(`/api/classes/${made.id}`, { name: '6 Acorn', pin: 'words' }));
    expect(renamed).toEqual({ ...made, name: '6 Acorn', pin: 'words' });
    expect((await reed.get('/api/classes')).json).toMatchObject({
      classes: [{ name: '5B', pupils: 10 }, { name: '6 Acorn' }],
    });
    expect((await bello.get('/api/classes')).json).toMatchObject({ classes: [{ name: 'JSS1' }] });
    for (const id of [made.id, 'AbsentAbsentAbsentAbs2']) {
      const answer = await bello.get(`/api/classes/${id}`);
      expect([answer.status, answer.json]).toEqual([404, expect.objectContaining({ code: 'NOT_FOUND' })]);
    }
  });

  it('[PU3] two classes of a school never have one name', async () => {
    await newClass('Reception');
    expect((await reed.post('/api/classes', { name: 'reception ' })).json).toMatchObject({ code: 'NAME_TAKEN' });
    expect((await reed.post('/api/classes', { name: '  ' })).json).toMatchObject({ code: 'BAD_TYPE' });
  });

  it('[PU4] a new code takes the place of the old one at once', async () => {
    await makeBoard(reed);
    const { id, code } = await newClass('Codes', ['Ada L.']);
    const child = new HttpPerson(server.url);
    expect((await child.post('/api/join/code', { code })).status).toBe(200);
    const fresh = at(await reed.post(`/api/classes/${id}/code`, {}));
    expect(fresh.code).not.toBe(code);
    expect((await child.post('/api/join/code', { code })).json).toMatchObject({ code: 'JOIN_REFUSED' });
    expect((await child.post('/api/join/code', { code: fresh.code })).json).toMatchObject({ className: 'Codes' });
  });
});

describe('cards to print', () => {
  it('[PU9] hold the name, class and code of each pupil, in the reader’s direction, and ask for nothing', async () => {
    const { id, code } = await newClass('Cards', ['Ada L.', 'Grace H.']);
    const headers = { cookie: reed.cookie, 'accept-language': 'ar' };
    const page = await fetch(`${server.url}/classes/${id}/cards`, { headers });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = await page.text();
    expect(text).toContain('<html lang="ar" dir="rtl"');
    for (const words of ['Ada L.', 'Grace H.', 'Riverside Primary']) expect(text).toContain(words);
    expect(text.split(code)).toHaveLength(4);
    expect(text).not.toMatch(/<script|src=|href="http/);
    expect((await bello.get(`/classes/${id}/cards`)).status).toBe(404);
  });
});

describe('pupils of a class', () => {
  it('[PU1] are added by first name and initial, tidied, in the order of their names', async () => {
    const view = await newClass('Names', [' Zoe\u0301  K. ', 'amelia']);
    expect(namesIn(view)).toEqual(['amelia', 'Zoé K.']);
    expect(view.pupils.every(({ hasPin }) => !hasPin)).toBe(true);
  });

  it.each([
    ['', 'NAME_EMPTY'],
    ['Amelia Roberts', 'NAME_SURNAME'],
    ['amelia@school.example', 'NAME_CONTACT'],
    ['Amelia 2', 'NAME_SIGNS'],
    ['A'.repeat(31), 'TEXT_TOO_LONG'],
    ['ADA L', 'NAME_TAKEN'],
  ])('[PU1] [PU2] %j is refused as %s, and nobody of the list is added', async (name, code) => {
    const { id } = await newClass(`Refusing ${code}`, ['Ada L.']);
    expect((await reed.post(`/api/classes/${id}/pupils`, { names: ['Grace H.', name] })).json).toMatchObject({ code });
    expect(namesIn(at(await reed.get(`/api/classes/${id}`)))).toEqual(['Ada L.']);
  });

  it('[PU2] a class holds 60, whoever adds at the same moment', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const many = Array.from({ length: 60 }, (_, nth) => `Ada${letters[nth % 26]}${letters[Math.floor(nth / 26)]} L.`);
    const { id } = await newClass('Full');
    const answers = await Promise.all(
      [many.slice(0, 40), many.slice(20)].map((names) => reed.post(`/api/classes/${id}/pupils`, { names })),
    );
    // Which of the two comes first is nobody's choice.
    const [one, other] = answers.toSorted((a, b) => a.status - b.status);
    expect([one?.status, other?.json]).toEqual([200, expect.objectContaining({ code: 'NAME_TAKEN' })]);
    const there = namesIn(at(await reed.get(`/api/classes/${id}`)));
    const rest = many.filter((name) => !there.includes(name));
    expect(rest).toHaveLength(20);
    expect((await reed.post(`/api/classes/${id}/pupils`, { names: rest })).status).toBe(200);
    expect((await reed.post(`/api/classes/${id}/pupils`, { names: ['Grace H.'] })).json).toMatchObject({
      code: 'CLASS_FULL',
    });
  });

  it('[PU5] choose a new PIN after staff took the old one back, whose sessions end', async () => {
    const schoolClass = await riverside();
    await makeBoard(reed);
    const oliver = await atTheDoor(server, { school: 0, pupil: 7 });
    const pupil = idOf(schoolClass, 'Oliver H.');
    const tablet = new HttpPerson(server.url);
    for (let miss = 0; miss < 6; miss += 1) await tablet.post('/api/join/pin', { pupil, pin: [9, 9, 9, 9] });
    const view = at(await reed.post(`/api/classes/${schoolClass.id}/pupils/${pupil}/forget-pin`, {}));
    expect(view.pupils.find(({ id }) => id === pupil)?.hasPin).toBe(false);
    expect((await oliver.get('/api/me')).json).toMatchObject({ code: 'SIGN_IN_NEEDED' });
    expect((await tablet.post('/api/join/pin', { pupil, pin: [1, 2, 3, 4] })).status).toBe(200);
    expect((await new HttpPerson(server.url).post('/api/join/pin', { pupil, pin: [1, 2, 3, 4] })).status).toBe(200);
    const gone = await new HttpPerson(server.url).post('/api/join/pin', { pupil, pin: [4, 3, 2, 1] });
    expect(gone.json).toMatchObject({ code: 'PIN_WRONG' });
  });

  it('[PU10] keep their secret when its pictures turn into words, which are the same choice', async () => {
    const { id, code, pupils } = await newClass('Words', ['Ada L.']);
    await makeBoard(reed);
    const claim = { pupil: pupils[0]?.id, pin: [3, 1, 4, 1] };
    const child = new HttpPerson(server.url);
    expect((await child.post('/api/join/code', { code })).json).toMatchObject({ pin: 'pictures' });
    expect((await child.post('/api/join/pin', claim)).status).toBe(200);
    at(await reed.post(`/api/classes/${id}`, { pin: 'words' }));
    expect((await child.post('/api/join/code', { code })).json).toMatchObject({ pin: 'words' });
    expect((await child.post('/api/join/pin', claim)).status).toBe(200);
    expect((await reed.post(`/api/classes/${id}`, { pin: 'smells' })).json).toMatchObject({ code: 'BAD_TYPE' });
  });

  it('[AG1] are told with their class’s code how old it is, and when they are signed in', async () => {
    const made = await newClass('Infants', ['Ada L.']);
    expect(made.ages).toBe('8-11');
    const changed = at(await reed.post(`/api/classes/${made.id}`, { ages: '5-7' }));
    expect(changed).toEqual({ ...made, ages: '5-7' });
    expect((await bello.post(`/api/classes/${made.id}`, { ages: '12-16' })).status).toBe(404);
    expect((await reed.post(`/api/classes/${made.id}`, { ages: '3-4' })).json).toMatchObject({ code: 'BAD_TYPE' });
    const board = await makeBoard(reed);
    await reed.post(`/api/boards/${board}/door`, { minutes: 30 });
    const ada = new HttpPerson(server.url);
    expect((await ada.post('/api/join/code', { code: made.code })).json).toMatchObject({ ages: '5-7' });
    await ada.post('/api/join/pin', { pupil: idOf(made, 'Ada L.'), pin: [1, 2, 3, 4] });
    expect((await ada.get('/api/me')).json).toMatchObject({ name: 'Ada L.', ages: '5-7' });
    expect((await reed.get('/api/me')).json).toMatchObject({ ages: null });
  });

  it('[SG-22] are called by their new name on live boards and everywhere within five seconds', async () => {
    const schoolClass = await riverside();
    const board = await makeBoard(reed);
    const amelia = await letPupilIn(server, { school: 0, pupil: 0, board, by: reed });
    await using teacher = await new RawClient(reed).join(board);
    await using partner = await new RawClient(bello).join(board);
    await using child = await new RawClient(amelia).join(board);
    await child.edit({ op: 'create', record: shape('note', 'rain') });
    const heard = ({ received }: RawClient, name: string): boolean => received.some((text) => text.includes(name));
    await until(() => heard(teacher, 'Amelia R.'), 'the name');
    const pupil = idOf(schoolClass, 'Amelia R.');
    at(await reed.post(`/api/classes/${schoolClass.id}/pupils/${pupil}`, { name: 'Emily R.' }));
    await until(() => heard(teacher, 'Emily R.'), 'the new name');
    expect(heard(partner, 'Emily')).toBe(false);
    expect((await amelia.get('/api/me')).json).toMatchObject({ name: 'Emily R.' });
    const door = (await reed.get(`/api/boards/${board}/door`)).text;
    expect([door.includes('Emily R.'), door.includes('Amelia R.')]).toEqual([true, false]);
  });

  it('[PU6] are erased when they are taken out of the class', async () => {
    const schoolClass = await riverside();
    await makeBoard(reed);
    const ruby = await atTheDoor(server, { school: 0, pupil: 8 });
    const pupil = idOf(schoolClass, 'Ruby L.');
    const view = at(await reed.post(`/api/classes/${schoolClass.id}/pupils/${pupil}/remove`, {}));
    expect(namesIn(view)).not.toContain('Ruby L.');
    expect((await ruby.get('/api/me')).json).toMatchObject({ code: 'SIGN_IN_NEEDED' });
    expect(await server.storage.erasures.all()).toContainEqual(expect.objectContaining({ id: pupil }));
    for (const act of ['', '/forget-pin', '/remove']) {
      const again = await reed.post(`/api/classes/${schoolClass.id}/pupils/${pupil}${act}`, { name: 'Ruby' });
      expect(again.json).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('[PU14] all go when their class is deleted, whose code stops at once, and nobody else’s class does', async () => {
    const { id, code } = await newClass('Leavers');
    const path = `/api/classes/${id}`;
    const made = at(await reed.post(`${path}/pupils`, { names: ['Ada L.', 'Alan T.'] }));
    const pupils = made.pupils.map((pupil) => pupil.id);
    const guess = (): Promise<HttpAnswer> => new HttpPerson(server.url).post('/api/join/code', { code });
    expect((await guess()).status).toBe(200);
    expect((await reed.post(`${path}/remove`, { name: 'Leaver' })).json).toMatchObject({ code: 'CHANGED' });
    expect((await bello.post(`${path}/remove`, { name: 'Leavers' })).json).toMatchObject({ code: 'NOT_FOUND' });
    const { status, json } = await reed.post(`${path}/remove`, { name: 'Leavers' });
    const { classes, erased } = json as { classes: ClassLine[]; erased: string[] };
    expect([status, erased.toSorted()]).toEqual([200, pupils.toSorted()]);
    expect(classes.map(({ name }) => name)).not.toContain('Leavers');
    expect((await guess()).json).toMatchObject({ code: 'JOIN_REFUSED' });
    expect((await reed.get(path)).status).toBe(404);
    const asked = (await server.storage.erasures.all()).map((one) => one.id);
    expect(asked).toEqual(expect.arrayContaining(pupils));
    const { lines } = (await reed.get('/api/audit')).json as { lines: { act: string; detail: string | null }[] };
    expect(lines[0]).toMatchObject({ act: 'class.remove', detail: '2' });
  });

  it('[PU3] are reached through their own class only', async () => {
    const { id } = await newClass('Elsewhere');
    const pupil = idOf(await riverside(), 'Mia P.');
    expect((await reed.post(`/api/classes/${id}/pupils/${pupil}`, { name: 'Mia' })).json).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
