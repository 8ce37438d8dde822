import type { AuditView, ConcernEvidence, ConcernReceipt } from '@bridgeboard/protocol';
import { comment, recordIdOf, until } from '@bridgeboard/testkit';
import { describe, expect, it } from 'vitest';

import { onBoard } from './lesson.ts';
import { codeIn, useReportingLesson } from './reporting-lesson.ts';

const at = useReportingLesson();

describe('a report', () => {
  it('[SG-13] [SGD7] [P38] is at both desks at once, and the piece is off everybody’s board within two seconds', async () => {
    const record = await at.here.noteOf();
    await using aisha = await onBoard(at.here.lesson, at.here.lesson.aisha);
    await until(() => aisha.seen().has(record), 'the note on the other screen');
    const begun = performance.now();
    const id = at.here.newId();
    expect((await at.here.reportPiece(at.here.lesson.aisha, record, { id })).status).toBe(200);
    await until(() => !aisha.seen().has(record), 'the note to go');
    await until(() => !at.here.pen.seen().has(record), 'the note to go from its author');
    expect(performance.now() - begun).toBeLessThan(2_000);
    for (const lead of [at.here.lesson.reed, at.here.lesson.bello])
      expect((await at.here.casesOf(lead)).map((one) => one.id)).toContain(id);
    expect(at.here.desk.seen().has(record)).toBe(true);
  });

  it('[SGD7] [P38] takes the piece off a published page too, and the end of the report puts it back there', async () => {
    const record = await at.here.noteOf();
    const published = await at.here.lesson.reed.post(`/api/boards/${at.here.lesson.board}/publications`);
    const page = `/p/${(published.json as { id: string }).id}`;
    const pieces = async (): Promise<number> => (await at.here.lesson.reed.get(page)).text.split('class="by"').length;
    const before = await pieces();
    const id = at.here.newId();
    await at.here.reportPiece(at.here.lesson.aisha, record, { id });
    expect(await pieces()).toBe(before - 1);
    await at.here.step(at.here.lesson.reed, id, { step: 'let-back' });
    expect(await pieces()).toBe(before);
    await at.here.lesson.reed.post(`/api/publications/${page.slice(3)}/withdraw`);
  });

  it('[SG-13] [P38] is about a comment too, which goes alone', async () => {
    const record = await at.here.noteOf();
    const said = comment(at.here.newId(), record, 'Ha ha');
    await using bello = await onBoard(at.here.lesson, at.here.lesson.bello);
    await bello.edit({ op: 'create', record: said });
    await until(() => at.here.pen.seen().has(said.id), 'the comment on the other screen');
    const id = at.here.newId();
    await at.here.reportPiece(at.here.lesson.oliver, said.id, { id });
    await until(() => !at.here.pen.seen().has(said.id), 'the comment to go');
    expect(at.here.pen.seen().has(record)).toBe(true);
    const { versions } = (await at.here.lesson.reed.get(`/api/concerns/${id}/evidence`)).json as ConcernEvidence;
    expect(versions.map(({ text }) => text)).toEqual(['Ha ha']);
  });

  it('[SGD1] [SGD3] is answered with who looks at it and by when, the same for what is there, deleted, or never was', async () => {
    const record = await at.here.noteOf();
    await at.here.pen.edit({ op: 'delete', id: record });
    const answers: ConcernReceipt[] = [];
    for (const one of [await at.here.noteOf(), await at.here.noteOf('held'), record, recordIdOf('shape', 'never')]) {
      const { json, status } = await at.here.reportPiece(at.here.lesson.oliver, one);
      expect(status).toBe(200);
      answers.push(json);
    }
    expect(answers[0]).toMatchObject({ who: ['Ms Reed'], standIn: false, timeZone: 'Europe/London' });
    for (const answer of answers) expect({ ...answer, by: 0 }).toEqual({ ...answers[0], by: 0 });
    expect(answers[0]?.by).toBeGreaterThan(at.here.server.clock.now());
  });

  it('[SGD1] is one report however often it is sent, and the same thing said again adds to it', async () => {
    const record = await at.here.noteOf();
    const id = at.here.newId();
    const taps = Array.from({ length: 10 }, () =>
      at.here.reportPiece(at.here.lesson.aisha, record, { id, words: 'He is mean.' }),
    );
    const receipts = (await Promise.all(taps)).map(({ json }) => JSON.stringify(json));
    expect(new Set(receipts).size).toBe(1);
    const more = await at.here.reportPiece(at.here.lesson.aisha, record, { words: 'He did it again.' });
    expect(more.json).toEqual(JSON.parse(receipts[0] ?? ''));
    const about = (await at.here.casesOf(at.here.lesson.bello)).filter((one) => one.id === id);
    expect(about).toHaveLength(1);
    const { story } = await at.here.caseOf(at.here.lesson.bello, id);
    expect(story.map(({ kind }) => kind)).toEqual(['reported', 'kept', 'again', 'seen']);
    expect(story[2]?.words).toBe('He did it again.');
    expect(codeIn(await at.here.reportPiece(at.here.lesson.oliver, record, { id }))).toBe('NOT_FOUND');
  });

  it('[SGD1] too many of one person are refused in words, not swallowed', async () => {
    const codes: unknown[] = [];
    for (let i = 0; i < 22; i += 1)
      codes.push(codeIn(await at.here.reportPiece(at.here.lesson.bello, recordIdOf('shape', `none-${i}-`))));
    expect(codes.filter((code) => code === undefined)).toHaveLength(20);
    expect(codes.at(-1)).toBe('RATE');
  });

  it('[SG-13] [SGD5] [AU7] tells nobody whom it is about: not the author, not the general audit log', async () => {
    const record = await at.here.noteOf();
    await at.here.reportPiece(at.here.lesson.aisha, record);
    const refused = await at.here.pen.edit({ op: 'update', id: record, set: { x: 4 } });
    expect(refused.refused).toEqual([{ op: 0, code: 'PUT_AWAY' }]);
    const teacher = await at.here.colleague('Mr Shaw', ['teacher']);
    const { lines } = (await teacher.get(`/api/audit?board=${at.here.lesson.board}`)).json as AuditView;
    expect(lines.filter(({ act }) => act.startsWith('concern.') || act.startsWith('record.'))).toEqual([]);
    expect((await at.here.casesOf(teacher)).length).toBe(0);
  });
});

it('[SG-13] a report about a person goes to that person’s school, and one about a board to one’s own', async () => {
  const members = await at.here.server.boards.open(at.here.lesson.board);
  const key = Array.from({ length: 999 }, (_, i) => `0.${i}`).find((one) => members.personOf(one) !== null);
  const id = at.here.newId();
  expect((await at.here.report(at.here.lesson.aisha, { id, about: { kind: 'person', author: key } })).status).toBe(200);
  expect((await at.here.casesOf(at.here.lesson.bello)).map((one) => one.id)).toContain(id);
  const alone = at.here.newId();
  await at.here.report(at.here.lesson.aisha, { id: alone });
  expect((await at.here.casesOf(at.here.lesson.bello)).map((one) => one.id)).toContain(alone);
  expect((await at.here.casesOf(at.here.lesson.reed)).map((one) => one.id)).not.toContain(alone);
  expect((await at.here.report(at.here.lesson.aisha, { about: { kind: 'person', author: '7.7' } })).status).toBe(200);
});
