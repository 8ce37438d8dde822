import type { AuditView, ConcernCaseView, ConcernEvidence, ConcernList, ConcernReceipt } from '@bridgeboard/protocol';
import { HttpPerson, recordIdOf, shape, until, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';
import { startInProcess, type ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let lesson: Lesson;
let pen: RawClient;
let desk: RawClient;
let made = 0;

beforeAll(async () => {
  server = await startInProcess();
  lesson = await startLesson(server as never);
  pen = await onBoard(lesson, lesson.oliver);
  desk = await onBoard(lesson, lesson.reed);
});
afterAll(async () => {
  await Promise.all([pen.close(), desk.close()]);
  await server.close();
});

const newId = (): string => `concern-${(made += 1)}-${'x'.repeat(12)}`;

/** A note of Oliver's, let out to the board where nothing else is said. */
async function noteOf(reach: 'held' | 'board' = 'board'): Promise<string> {
  const record = shape('note', `note-${(made += 1)}-`);
  await pen.edit({ op: 'create', record });
  if (reach === 'held') return record.id;
  server.clock.forward(61_000);
  const found = await waitingCase(desk, record.id);
  const path = `/api/boards/${lesson.board}/cases/${found.id}/decision`;
  expect((await lesson.reed.post(path, { verdict: 'board', hash: found.hash })).status).toBe(200);
  return record.id;
}

function report(person: HttpPerson, wish: object) {
  const about = { kind: 'board' };
  return person.post(`/api/boards/${lesson.board}/concerns`, { id: newId(), about, reason: 'unkind', ...wish });
}

const reportPiece = (person: HttpPerson, record: string, wish: object = {}) =>
  report(person, { about: { kind: 'piece', record }, ...wish });

async function casesOf(person: HttpPerson): Promise<ConcernList['cases']> {
  return ((await person.get('/api/concerns')).json as ConcernList).cases;
}

async function caseOf(person: HttpPerson, id: string): Promise<ConcernCaseView> {
  return (await person.get(`/api/concerns/${id}`)).json;
}

async function step(person: HttpPerson, id: string, what: object): Promise<number> {
  return (await person.post(`/api/concerns/${id}/steps`, what)).status;
}

const codeIn = ({ json }: { json: unknown }): unknown => (json as { code?: unknown } | null)?.code;

/** Somebody more on the staff of Ms Reed's school. */
async function colleague(name: string, roles: string[]): Promise<HttpPerson> {
  const { token } = (await lesson.reed.post('/api/school/invitations', { name, roles })).json as { token: string };
  const person = new HttpPerson(server.url);
  const account = { email: `${newId()}@riverside.example`, password: 'a long enough one' };
  expect((await person.post('/api/invitation/take', { token, ...account })).status).toBe(201);
  return person;
}

describe('a report', () => {
  it('[SG-13] [SGD7] [P38] is at both desks at once, and the piece is off everybody’s board within two seconds', async () => {
    const record = await noteOf();
    await using aisha = await onBoard(lesson, lesson.aisha);
    await until(() => aisha.seen().has(record), 'the note on the other screen');
    const begun = performance.now();
    const id = newId();
    expect((await reportPiece(lesson.aisha, record, { id })).status).toBe(200);
    await until(() => !aisha.seen().has(record), 'the note to go');
    await until(() => !pen.seen().has(record), 'the note to go from its author');
    expect(performance.now() - begun).toBeLessThan(2_000);
    for (const lead of [lesson.reed, lesson.bello]) expect((await casesOf(lead)).map((one) => one.id)).toContain(id);
    expect(desk.seen().has(record)).toBe(true);
  });

  it('[SGD7] [P38] takes the piece off a published page too, and the end of the report puts it back there', async () => {
    const record = await noteOf();
    const published = await lesson.reed.post(`/api/boards/${lesson.board}/publications`);
    const page = `/p/${(published.json as { id: string }).id}`;
    const pieces = async (): Promise<number> => (await lesson.reed.get(page)).text.split('class="by"').length;
    const before = await pieces();
    const id = newId();
    await reportPiece(lesson.aisha, record, { id });
    expect(await pieces()).toBe(before - 1);
    await step(lesson.reed, id, { step: 'let-back' });
    expect(await pieces()).toBe(before);
    await lesson.reed.post(`/api/publications/${page.slice(3)}/withdraw`);
  });

  it('[SGD1] [SGD3] is answered with who looks at it and by when, the same for what is there, deleted, or never was', async () => {
    const record = await noteOf();
    await pen.edit({ op: 'delete', id: record });
    const answers: ConcernReceipt[] = [];
    for (const one of [await noteOf(), await noteOf('held'), record, recordIdOf('shape', 'never')]) {
      const { json, status } = await reportPiece(lesson.oliver, one);
      expect(status).toBe(200);
      answers.push(json);
    }
    expect(answers[0]).toMatchObject({ who: ['Ms Reed'], standIn: false, timeZone: 'Europe/London' });
    for (const answer of answers) expect({ ...answer, by: 0 }).toEqual({ ...answers[0], by: 0 });
    expect(answers[0]?.by).toBeGreaterThan(server.clock.now());
  });

  it('[SGD1] is one report however often it is sent, and the same thing said again adds to it', async () => {
    const record = await noteOf();
    const id = newId();
    const taps = Array.from({ length: 10 }, () => reportPiece(lesson.aisha, record, { id, words: 'He is mean.' }));
    const receipts = (await Promise.all(taps)).map(({ json }) => JSON.stringify(json));
    expect(new Set(receipts).size).toBe(1);
    const more = await reportPiece(lesson.aisha, record, { words: 'He did it again.' });
    expect(more.json).toEqual(JSON.parse(receipts[0] ?? ''));
    const about = (await casesOf(lesson.bello)).filter((one) => one.id === id);
    expect(about).toHaveLength(1);
    const { story } = await caseOf(lesson.bello, id);
    expect(story.map(({ kind }) => kind)).toEqual(['reported', 'kept', 'again', 'seen']);
    expect(story[2]?.words).toBe('He did it again.');
    expect(codeIn(await reportPiece(lesson.oliver, record, { id }))).toBe('NOT_FOUND');
  });

  it('[SGD1] too many of one person are refused in words, not swallowed', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 22; i += 1)
      codes.push(codeIn(await reportPiece(lesson.bello, recordIdOf('shape', `none-${i}-`))));
    expect(codes.filter((code) => code === undefined)).toHaveLength(20);
    expect(codes.at(-1)).toBe('RATE');
  });

  it('[SG-13] [SGD5] [AU7] tells nobody whom it is about: not the author, not the general audit log', async () => {
    const record = await noteOf();
    await reportPiece(lesson.aisha, record);
    const refused = await pen.edit({ op: 'update', id: record, set: { x: 4 } });
    expect(refused.refused).toEqual([{ op: 0, code: 'PUT_AWAY' }]);
    const teacher = await colleague('Mr Shaw', ['teacher']);
    const { lines } = (await teacher.get(`/api/audit?board=${lesson.board}`)).json as AuditView;
    expect(lines.filter(({ act }) => act.startsWith('concern.') || act.startsWith('record.'))).toEqual([]);
    expect((await casesOf(teacher)).length).toBe(0);
  });
});

describe('the desk', () => {
  it('[SGD5] [SGD6] a report about staff never reaches them, also as a lead; others stand in', async () => {
    const record = shape('note', `by-reed-${(made += 1)}-`);
    await desk.edit({ op: 'create', record });
    const head = await colleague('Mrs Okafor', ['administrator']);
    const id = newId();
    const { json } = await reportPiece(lesson.oliver, record.id, { id });
    expect(json).toMatchObject({ who: ['Mrs Okafor'], standIn: true });
    expect((await casesOf(lesson.reed)).map((one) => one.id)).not.toContain(id);
    for (const path of ['', '/evidence', '/drawing.svg', '/export']) {
      expect(codeIn(await lesson.reed.get(`/api/concerns/${id}${path}`))).toBe('NOT_FOUND');
    }
    expect((await caseOf(head, id)).whose).toMatchObject({ name: 'Ms Reed', role: 'staff' });
    const told = async (person: HttpPerson): Promise<number> =>
      ((await person.get('/api/audit?act=concern.make,concern.view')).json as AuditView).lines.length;
    const before = await told(lesson.reed);
    expect(await told(head)).toBe(2);
    await caseOf(head, id);
    expect([await told(head), await told(lesson.reed)]).toEqual([3, before]);
    expect(await step(head, id, { step: 'close', outcome: 'nothing' })).toBe(200);
  });

  it('[SGD6] tells each school what is its to know', async () => {
    const record = await noteOf();
    const id = newId();
    await reportPiece(lesson.aisha, record, { id, words: 'Oliver H. wrote this.' });
    const [own, other] = [await caseOf(lesson.reed, id), await caseOf(lesson.bello, id)];
    expect(own.whose).toMatchObject({ name: 'Amelia R.', role: 'pupil' });
    expect(other.whose).toMatchObject({ name: null, role: 'pupil' });
    expect(own.reporter).toMatchObject({ name: null });
    expect(other.reporter?.name).not.toBeNull();
    const shown = async (person: HttpPerson): Promise<ConcernEvidence> =>
      (await person.get(`/api/concerns/${id}/evidence`)).json;
    expect((await shown(lesson.reed)).words).toBeNull();
    expect((await shown(lesson.bello)).words).toBe('Oliver H. wrote this.');
    const answers = await Promise.all(
      ['', '/evidence', '/export'].map((at) => lesson.bello.get(`/api/concerns/${id}${at}`)),
    );
    for (const { text } of answers) expect(text).not.toContain('Amelia');
    await step(lesson.bello, id, { step: 'note', words: 'Spoke with Aisha.' });
    expect(JSON.stringify(await caseOf(lesson.reed, id))).not.toContain('Spoke with');
    expect(JSON.stringify(await caseOf(lesson.bello, id))).toContain('Spoke with');
  });

  it('[SG-26] knows who had it on the screen, and who else could see it', async () => {
    const record = await noteOf();
    const id = newId();
    await reportPiece(lesson.aisha, record, { id });
    const { seen, letOutTo, versions } = (await lesson.reed.get(`/api/concerns/${id}/evidence`))
      .json as ConcernEvidence;
    expect(letOutTo).toHaveLength(2);
    expect(versions).toMatchObject([{ reach: 'board', by: { name: 'Amelia R.' } }]);
    const own = seen.filter(({ names }) => names.length > 0).map(({ role, names }) => [role, names]);
    expect(own.toSorted()).toEqual([
      ['pupil', ['Amelia R.']],
      ['staff', ['Ms Reed']],
    ]);
    const elsewhere = seen.filter(({ school }) => !seen.some((one) => one.names.length > 0 && one.school === school));
    expect(elsewhere.map(({ role, onScreen, could }) => ({ role, onScreen, could }))).toContainEqual({
      role: 'pupil',
      onScreen: 0,
      could: 1,
    });
  });

  it('[SGD6] what had not been let out is the author’s school’s alone', async () => {
    const record = await noteOf('held');
    const id = newId();
    await reportPiece(lesson.aisha, record, { id });
    const read = async (person: HttpPerson) =>
      ((await person.get(`/api/concerns/${id}/evidence`)).json as ConcernEvidence).versions;
    expect(await read(lesson.reed)).toHaveLength(1);
    expect(await read(lesson.bello)).toHaveLength(0);
    expect(codeIn(await lesson.bello.get(`/api/concerns/${id}/drawing.svg`))).toBe('NOT_FOUND');
    expect((await lesson.reed.get(`/api/concerns/${id}/drawing.svg`)).text).toContain('<svg');
  });

  it('[SGD4] [SGD5] goes its way at each school, and can be handed on', async () => {
    const id = newId();
    await report(lesson.aisha, { id, about: { kind: 'piece', record: await noteOf() } });
    const stand = await colleague('Mr Price', ['teacher']);
    const { id: who } = (await stand.get('/api/me')).json as { id: string };
    expect(codeIn(await stand.get(`/api/concerns/${id}`))).toBe('NOT_FOUND');
    await caseOf(lesson.reed, id);
    for (const what of [{ step: 'take' }, { step: 'hand', to: who }, { step: 'close', outcome: 'talked' }]) {
      expect(await step(lesson.reed, id, what)).toBe(200);
    }
    expect(await caseOf(stand, id)).toMatchObject({
      status: 'closed',
      outcome: 'talked',
      handedTo: [{ name: 'Mr Price' }],
    });
    expect(await caseOf(lesson.bello, id)).toMatchObject({ status: 'seen', others: [{ status: 'closed' }] });
    expect(await step(stand, id, { step: 'reopen' })).toBe(200);
    expect(await step(stand, id, { step: 'reopen' })).toBe(409);
  });

  it('[SGD8] the author’s school lets the piece back, and not while another report keeps it away', async () => {
    const record = await noteOf();
    const [first, second] = [newId(), newId()];
    await reportPiece(lesson.aisha, record, { id: first });
    await reportPiece(lesson.oliver, record, { id: second });
    expect(await step(lesson.bello, first, { step: 'let-back' })).toBe(403);
    const hide = `/api/boards/${lesson.board}/records/${record}/hide`;
    expect(codeIn(await lesson.reed.post(hide, { hidden: false }))).toBe('PUT_AWAY');
    expect(await step(lesson.reed, first, { step: 'let-back' })).toBe(200);
    expect(pen.seen().has(record)).toBe(false);
    expect(await step(lesson.reed, second, { step: 'let-back' })).toBe(200);
    await until(() => pen.seen().has(record), 'the note to come back');
  });

  it('[SGD6] [AU7] each look and each file is a line of the audit log', async () => {
    const id = newId();
    await report(lesson.oliver, { id, about: { kind: 'piece', record: await noteOf() } });
    for (const path of ['', '/evidence', '/drawing.svg', '/export']) {
      expect((await lesson.reed.get(`/api/concerns/${id}${path}`)).status).toBe(200);
    }
    await step(lesson.reed, id, { step: 'hold', isOn: true });
    await step(lesson.reed, id, { step: 'hold', isOn: false });
    const query = { school: '', below: Number.MAX_SAFE_INTEGER, limit: 500 };
    const { json } = await lesson.reed.get('/api/me');
    const { lines } = await server.storage.audit.find({
      ...query,
      school: (json as { school: { id: string } }).school.id,
    });
    const acts = lines.flatMap(({ line }) => (line.subjects.some((one) => one.id === id) ? [line.act] : []));
    expect(acts.toReversed()).toEqual([
      'concern.make',
      'concern.view',
      'concern.evidence',
      'concern.evidence',
      'concern.export',
      'concern.hold',
      'concern.release',
    ]);
  });
});

it('[SG-13] a report about a person goes to that person’s school, and one about a board to one’s own', async () => {
  const members = await server.boards.open(lesson.board);
  const key = Array.from({ length: 999 }, (_, i) => `0.${i}`).find((one) => members.personOf(one) !== null);
  const id = newId();
  expect((await report(lesson.aisha, { id, about: { kind: 'person', author: key } })).status).toBe(200);
  expect((await casesOf(lesson.bello)).map((one) => one.id)).toContain(id);
  const alone = newId();
  await report(lesson.aisha, { id: alone });
  expect((await casesOf(lesson.bello)).map((one) => one.id)).toContain(alone);
  expect((await casesOf(lesson.reed)).map((one) => one.id)).not.toContain(alone);
  expect((await report(lesson.aisha, { about: { kind: 'person', author: '7.7' } })).status).toBe(200);
});
