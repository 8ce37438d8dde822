import type { BoardRules, LookPiece, Op } from '@bridgeboard/protocol';
import { DemoServer, shape, until, type HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'First look');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const note = shape('note', 'note');
const put: Op = { op: 'create', record: { ...note } };
const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;

async function waiting(person: HttpPerson): Promise<LookPiece[]> {
  const { pieces }: { pieces: LookPiece[] } = (await person.get(at('first-look'))).json;
  return pieces;
}

it('[P36] [P37] a school that looks first lets its pupils see what it has accepted, and takes that back, at once', async () => {
  const rules: BoardRules = (await lesson.bello.post(at('school-rules'), { looksFirst: true })).json;
  expect(rules.schools.map(({ looksFirst }) => looksFirst)).toEqual([false, true]);
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using reed = await onBoard(lesson, lesson.reed);
  await using aisha = await onBoard(lesson, lesson.aisha);
  await using bello = await onBoard(lesson, lesson.bello);
  await oliver.edit(put);
  const { id, hash } = await waitingCase(reed, note.id);
  await lesson.reed.post(at(`cases/${id}/decision`), { verdict: 'board', hash });
  await until(() => bello.seen().has(note.id), "the note on the other school's teacher's screen");
  expect(aisha.received.join('\n')).not.toContain(note.id);

  const [piece] = await waiting(lesson.bello);
  expect(piece).toMatchObject({
    records: [{ record: note.id, hash: expect.any(String) }],
    author: { key: expect.stringMatching(/^0\.\d+$/), label: expect.stringMatching(/^Leeds \d+$/), role: 'pupil' },
    school: { place: 'Leeds' },
    kind: 'note',
    marks: 1,
  });
  expect(JSON.stringify(piece)).not.toContain('Oliver');
  const item = piece?.records[0];
  const drawn = await lesson.bello.get(at(`first-look/${note.id}/picture.svg?view=close`));
  expect(drawn.text).toContain('<svg');
  const stale = await lesson.bello.post(at('first-look/accept'), { records: [{ record: note.id, hash: 'x' }] });
  expect(stale.status).toBe(409);
  expect(stale.json).toMatchObject({ code: 'CHANGED_SINCE_REVIEW' });
  const { json } = await lesson.bello.post(at('first-look/accept'), {
    records: [{ record: note.id, hash: item?.hash }],
  });
  expect(json).toEqual({ waiting: 0 });
  expect(await waiting(lesson.bello)).toEqual([]);
  const { pieces } = (await lesson.bello.get(at('first-look?accepted=true'))).json;
  expect(pieces).toEqual([piece]);
  await until(() => aisha.seen().has(note.id), "the note on the pupil's screen");

  expect((await lesson.bello.post(at('first-look/take-back'), { records: [note.id] })).json).toEqual({ waiting: 1 });
  await until(() => !aisha.seen().has(note.id), 'the note to go');
  expect(bello.seen().has(note.id)).toBe(true);
  await lesson.bello.post(at('school-rules'), { looksFirst: false });
  await until(() => aisha.seen().has(note.id), 'the note to come back');
});

it('[P37] [SEC-09] is nothing for pupils, and the other school sees and does nothing of it', async () => {
  await lesson.bello.post(at('school-rules'), { looksFirst: true });
  expect((await lesson.aisha.get(at('first-look'))).status).toBe(403);
  expect((await lesson.aisha.post(at('first-look/take-back'), { records: [note.id] })).status).toBe(403);
  expect((await lesson.reed.get(at('first-look'))).json).toEqual({ isOn: false, pieces: [] });
  const unseen = await lesson.reed.get(at(`first-look/${note.id}/picture.svg`));
  const unknown = await lesson.reed.get(at(`first-look/${shape('note', 'never').id}/picture.svg`));
  expect(unseen).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
  expect(Object.keys(unseen.json)).toEqual(Object.keys(unknown.json));
  expect(unknown.json).toMatchObject({ code: 'NOT_FOUND' });
  const others = await lesson.reed.post(at('first-look/take-back'), { records: [note.id] });
  expect(others.status).toBe(403);
  expect(others.json).toMatchObject({ code: 'FORBIDDEN' });
  expect((await waiting(lesson.bello)).flatMap(({ records }) => records.map(({ record }) => record))).toEqual([
    note.id,
  ]);
});
