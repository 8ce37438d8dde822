import type { AuditView, ConcernEvidence } from '@bridgeboard/protocol';
import { shape, until, type HttpPerson } from '@bridgeboard/testkit';
import { describe, expect, it } from 'vitest';

import { onBoard } from './lesson.ts';
import { codeIn, useReportingLesson } from './reporting-lesson.ts';

const at = useReportingLesson();

describe('the desk', () => {
  it('[SGD5] [SGD6] a report about staff never reaches them, also as a lead; others stand in', async () => {
    const record = shape('note', at.here.newId());
    const alone = shape('note', at.here.newId());
    await at.here.desk.edit({ op: 'create', record }, { op: 'create', record: alone });
    const early = at.here.newId();
    const unread = await at.here.reportPiece(at.here.lesson.oliver, alone.id, { id: early });
    expect(unread.json).toMatchObject({ who: [] });
    expect((await at.here.casesOf(at.here.lesson.reed)).map((one) => one.id)).not.toContain(early);
    const head = await at.here.colleague('Mrs Okafor', ['administrator']);
    const id = at.here.newId();
    expect((await at.here.casesOf(head)).map((one) => one.id)).toEqual([early]);
    const { json } = await at.here.reportPiece(at.here.lesson.oliver, record.id, { id });
    expect(json).toMatchObject({ who: ['Mrs Okafor'], standIn: true });
    expect((await at.here.casesOf(at.here.lesson.reed)).map((one) => one.id)).not.toContain(id);
    for (const path of ['', '/evidence', '/drawing.svg', '/export']) {
      expect(codeIn(await at.here.lesson.reed.get(`/api/concerns/${id}${path}`))).toBe('NOT_FOUND');
    }
    expect((await at.here.caseOf(head, id)).whose).toMatchObject({ name: 'Ms Reed', role: 'staff' });
    const told = async (person: HttpPerson): Promise<number> =>
      ((await person.get('/api/audit?act=concern.make,concern.view')).json as AuditView).lines.length;
    const before = await told(at.here.lesson.reed);
    expect(await told(head)).toBe(3);
    await at.here.caseOf(head, id);
    expect([await told(head), await told(at.here.lesson.reed)]).toEqual([4, before]);
    expect(await at.here.step(head, id, { step: 'close', outcome: 'nothing' })).toBe(200);
  });

  it('[SGD6] tells each school what is its to know', async () => {
    const record = await at.here.noteOf();
    const id = at.here.newId();
    await at.here.reportPiece(at.here.lesson.aisha, record, { id, words: 'Oliver H. wrote this.' });
    const [own, other] = [
      await at.here.caseOf(at.here.lesson.reed, id),
      await at.here.caseOf(at.here.lesson.bello, id),
    ];
    expect(own.whose).toMatchObject({ name: 'Amelia R.', role: 'pupil' });
    expect(other.whose).toMatchObject({ name: null, role: 'pupil' });
    expect(own.reporter).toMatchObject({ name: null });
    expect(other.reporter?.name).not.toBeNull();
    const shown = async (person: HttpPerson): Promise<ConcernEvidence> =>
      (await person.get(`/api/concerns/${id}/evidence`)).json;
    expect((await shown(at.here.lesson.reed)).words).toBeNull();
    expect((await shown(at.here.lesson.bello)).words).toBe('Oliver H. wrote this.');
    const answers = await Promise.all(
      ['', '/evidence', '/export'].map((path) => at.here.lesson.bello.get(`/api/concerns/${id}${path}`)),
    );
    for (const { text } of answers) expect(text).not.toContain('Amelia');
    await at.here.step(at.here.lesson.bello, id, { step: 'note', words: 'Spoke with Aisha.' });
    expect(JSON.stringify(await at.here.caseOf(at.here.lesson.reed, id))).not.toContain('Spoke with');
    expect(JSON.stringify(await at.here.caseOf(at.here.lesson.bello, id))).toContain('Spoke with');
  });

  it('[SG-26] knows who had it on the screen, and who else could see it', async () => {
    await (await onBoard(at.here.lesson, at.here.lesson.aisha)).close();
    const record = await at.here.noteOf();
    const id = at.here.newId();
    await at.here.reportPiece(at.here.lesson.aisha, record, { id });
    const { seen, letOutTo, versions } = (await at.here.lesson.reed.get(`/api/concerns/${id}/evidence`))
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
    const record = await at.here.noteOf('held');
    const id = at.here.newId();
    await at.here.reportPiece(at.here.lesson.aisha, record, { id });
    const read = async (person: HttpPerson) =>
      ((await person.get(`/api/concerns/${id}/evidence`)).json as ConcernEvidence).versions;
    expect(await read(at.here.lesson.reed)).toHaveLength(1);
    expect(await read(at.here.lesson.bello)).toHaveLength(0);
    expect(codeIn(await at.here.lesson.bello.get(`/api/concerns/${id}/drawing.svg`))).toBe('NOT_FOUND');
    expect((await at.here.lesson.reed.get(`/api/concerns/${id}/drawing.svg`)).text).toContain('<svg');
  });

  it('[SGD4] [SGD5] goes its way at each school, and can be handed on', async () => {
    const id = at.here.newId();
    await at.here.report(at.here.lesson.aisha, { id, about: { kind: 'piece', record: await at.here.noteOf() } });
    const stand = await at.here.colleague('Mr Price', ['teacher']);
    const { id: who } = (await stand.get('/api/me')).json as { id: string };
    expect(codeIn(await stand.get(`/api/concerns/${id}`))).toBe('NOT_FOUND');
    await at.here.caseOf(at.here.lesson.reed, id);
    for (const what of [{ step: 'take' }, { step: 'hand', to: who }, { step: 'close', outcome: 'talked' }]) {
      expect(await at.here.step(at.here.lesson.reed, id, what)).toBe(200);
    }
    expect(await at.here.caseOf(stand, id)).toMatchObject({
      status: 'closed',
      outcome: 'talked',
      handedTo: [{ name: 'Mr Price' }],
    });
    expect(await at.here.caseOf(at.here.lesson.bello, id)).toMatchObject({
      status: 'seen',
      others: [{ status: 'closed' }],
    });
    expect(await at.here.step(stand, id, { step: 'reopen' })).toBe(200);
    expect(await at.here.step(stand, id, { step: 'reopen' })).toBe(409);
  });

  it('[SGD3] answers are due by the hours that the own school has set, and only an administrator sets them', async () => {
    const { reed, aisha, bello } = at.here.lesson;
    const due = async (): Promise<number> =>
      ((await at.here.report(aisha, { reason: 'other' })).json as { by: number }).by;
    const before = await due();
    const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440, answerMinutes: 60 };
    expect((await bello.post('/api/school/desk', hours)).status).toBe(200);
    expect(await due()).toBeLessThan(before);
    const teacher = await at.here.colleague('Mrs Vane', ['teacher']);
    expect(codeIn(await teacher.post('/api/school/desk', hours))).toBe('FORBIDDEN');
    expect(codeIn(await reed.post('/api/school/desk', { ...hours, days: [] }))).toBe('BAD_TYPE');
    expect(codeIn(await reed.post('/api/school/desk', { ...hours, to: 20 }))).toBe('BAD_TYPE');
  });

  it('[SGD8] the author’s school lets the piece back, and not while another report keeps it away', async () => {
    const record = await at.here.noteOf();
    const [first, second] = [at.here.newId(), at.here.newId()];
    await at.here.reportPiece(at.here.lesson.aisha, record, { id: first });
    await at.here.reportPiece(at.here.lesson.oliver, record, { id: second });
    expect(await at.here.step(at.here.lesson.bello, first, { step: 'let-back' })).toBe(403);
    const hide = `/api/boards/${at.here.lesson.board}/records/${record}/hide`;
    expect(codeIn(await at.here.lesson.reed.post(hide, { hidden: false }))).toBe('PUT_AWAY');
    expect(await at.here.step(at.here.lesson.reed, first, { step: 'let-back' })).toBe(200);
    expect(at.here.pen.seen().has(record)).toBe(false);
    expect(await at.here.step(at.here.lesson.reed, second, { step: 'let-back' })).toBe(200);
    await until(() => at.here.pen.seen().has(record), 'the note to come back');
  });

  it('[SGD6] [AU7] each look and each file is a line of the audit log', async () => {
    const id = at.here.newId();
    await at.here.report(at.here.lesson.oliver, { id, about: { kind: 'piece', record: await at.here.noteOf() } });
    for (const path of ['', '/evidence', '/drawing.svg', '/export']) {
      expect((await at.here.lesson.reed.get(`/api/concerns/${id}${path}`)).status).toBe(200);
    }
    await at.here.step(at.here.lesson.reed, id, { step: 'hold', isOn: true });
    await at.here.step(at.here.lesson.reed, id, { step: 'hold', isOn: false });
    const query = { school: '', below: Number.MAX_SAFE_INTEGER, limit: 500 };
    const { json } = await at.here.lesson.reed.get('/api/me');
    const { lines } = await at.here.server.storage.audit.find({
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
