import type { Op, QueueItem } from '@bridgeboard/protocol';
import { DemoServer, letPupilIn, richText, shape, until, type HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;
let classmate: HttpPerson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Text check');
  const { server, board, reed: by } = lesson;
  classmate = await letPupilIn(server, { school: 0, pupil: 1, board, by });
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const says = (name: string, words: string): Op => ({
  op: 'create',
  record: { ...shape('note', name, { 'props.richText': richText(words) }) },
});

async function itemOf(words: string): Promise<QueueItem | undefined> {
  const { items } = (await lesson.reed.get(at('queue'))).json as { items: QueueItem[] };
  return items.find((item) => item.words.includes(words));
}

it('[TC5] [TC7] what is found waits though the school sees all else at once, and the queue says what and where', async () => {
  await lesson.reed.post(at('school-rules'), { mode: 'own-school' });
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using other = await onBoard(lesson, classmate);
  const [plain, phone] = [shape('note', 'plain').id, shape('note', 'phone').id];
  await oliver.edit(says('plain', 'A heron'));
  await oliver.edit(says('phone', `${'I saw it twice. '.repeat(12)}Ring me on 01632 960123, you idiot`));
  await until(() => other.seen().has(plain), 'the other note to come');
  expect([plain, phone].map((id) => other.seen().has(id))).toEqual([true, false]);
  const item = await itemOf('01632');
  const found = item?.found.map(({ kind, list, from, to }) => [kind, list, item.words.slice(from, to)]);
  expect(found).toEqual([
    ['phone', undefined, '01632 960123'],
    ['words', 'en', 'idiot'],
  ]);
  expect(JSON.stringify(oliver.privates)).not.toMatch(/"phone"|"words"|found/);
});

it('[TC8] an administrator says what else is looked for, and it holds from the next edit on', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using other = await onBoard(lesson, classmate);
  const before = (await lesson.reed.get('/api/school/words')).json as { own: string[]; lists: { entries: string[] }[] };
  expect(before.own).toEqual([]);
  expect(before.lists.flatMap(({ entries }) => entries).filter((entry) => entry.includes('~'))).toEqual([]);
  const body = { own: ['gloop*', 'blue cheese'], off: ['en:idiot'] };
  expect((await lesson.reed.post('/api/school/words', body)).status).toBe(200);
  expect((await lesson.reed.get('/api/school/words')).json).toMatchObject(body);
  await oliver.edit(says('gloop', 'two gloopers'));
  await oliver.edit(says('idiot', 'an idiot with words of others'));
  const [gloop, idiot] = [shape('note', 'gloop').id, shape('note', 'idiot').id];
  await until(() => other.seen().has(idiot), 'the note to come');
  expect(other.seen().has(gloop)).toBe(false);
  expect((await itemOf('gloopers'))?.found).toContainEqual(expect.objectContaining({ kind: 'words', list: 'own' }));
  const { lines } = (await lesson.reed.get('/api/audit')).json as { lines: { act: string }[] };
  expect(JSON.stringify(lines.find(({ act }) => act === 'school.words'))).not.toContain('gloop');
  expect(lines.some(({ act }) => act === 'school.words')).toBe(true);
  // The other school's list is its own.
  expect((await lesson.bello.get('/api/school/words')).json).toMatchObject({ own: [], off: [] });
});

it.each([
  [{ own: ['x'.repeat(41)], off: [] }, 'TEXT_TOO_LONG'],
  [{ own: Array.from({ length: 301 }, (_, i) => `word${i}`), off: [] }, 'BAD_TYPE'],
])('[TC8] refuses more than there is room for', async (body, code) => {
  const answer = await lesson.reed.post('/api/school/words', body);
  expect(answer.json).toMatchObject({ code });
});
