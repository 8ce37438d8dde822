import type { BoardRules, Op, QueueItem } from '@bridgeboard/protocol';
import { DemoServer, HttpPerson, RawClient, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Stop');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;
const put = (name: string, words: string): Op => ({
  op: 'create',
  record: { ...shape('note', name, { 'props.richText': richText(words) }) },
});
const stop = (by: HttpPerson, stopped: boolean) => by.post(at('stop'), { stopped });

it('[P39] one tap hides the board from every other school and its guests, and lets no pupil write, until the same school lets it go on', async () => {
  await using reed = await onBoard(lesson, lesson.reed);
  await using bello = await onBoard(lesson, lesson.bello);
  await using oliver = await new RawClient(lesson.oliver, { client: 'stopping-client-01' }).join(lesson.board);
  await using aisha = await onBoard(lesson, lesson.aisha);
  const shown = shape('note', 'shown').id;
  await reed.edit(put('shown', 'heron'));
  await aisha.edit(put('hers', 'otter'));
  await until(() => [bello, oliver, aisha].every((client) => client.isShared(shown)), 'the note everywhere');
  await until(() => bello.cases.size > 0, 'the case at their teacher');
  const { token } = (await lesson.bello.post(at('guests'), { name: 'Dr Cole', minutes: 45 })).json as { token: string };
  const guest = new HttpPerson(lesson.reed.url);
  await guest.post('/api/guest/enter', { token });
  const outside = async (): Promise<string[]> => {
    const asked = [lesson.bello, lesson.aisha].flatMap((by) => [by.get(at('picture.svg')), by.get(at('snapshot'))]);
    return (await Promise.all([...asked, guest.get('/api/guest'), guest.get('/api/guest/board.svg')])).map(
      ({ text }) => text,
    );
  };
  for (const text of await outside()) expect(text).toContain('heron');

  const begun = performance.now();
  const rules = (await stop(lesson.reed, true)).json as BoardRules;
  await until(() => [bello, aisha].every((one) => !one.seen().has(shown)), 'the end of it');
  await until(() => !aisha.seen().has(shape('note', 'hers').id), 'the end of what was her own');
  for (const text of await outside()) expect(text).not.toMatch(/heron|otter/);
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(rules.stoppedBy).toEqual([reed.joined?.you.school]);
  expect([reed, oliver].map((client) => client.seen().has(shown))).toEqual([true, true]);
  for (const client of [oliver, bello, aisha]) {
    const said = (): boolean => client.frames.some(({ patch }) => (patch?.rules?.stoppedBy.length ?? 0) > 0);
    await until(said, 'the news for everybody');
  }
  await expect(oliver.send({ seq: 1, ops: [put('late', 'late')] })).rejects.toThrow('FROZEN');
  await expect(bello.edit(put('blind', 'blind'))).rejects.toThrow('FROZEN');
  const told = [bello, aisha].map(({ received }) => received.length);
  await reed.edit(put('meanwhile', 'secret-meanwhile'));
  await until(() => oliver.isShared(shape('note', 'meanwhile').id), 'the work of the school that stopped it');
  expect([bello, aisha].map(({ received }) => received.length)).toEqual(told);
  expect(((await lesson.bello.get(at('queue'))).json as { items: QueueItem[] }).items).toEqual([]);
  expect((await stop(lesson.bello, false)).json).toMatchObject({ code: 'FORBIDDEN' });

  // A browser that comes in meanwhile is shown nothing either.
  await using late = await onBoard(lesson, lesson.bello);
  expect([...late.seen().keys()].filter((id) => !/^(page|document):/.test(id))).toEqual([]);
  expect(late.received.join('')).not.toMatch(/heron|otter|meanwhile/);

  expect((await stop(lesson.reed, false)).status).toBe(200);
  await until(() => [bello, aisha, late].every((one) => one.seen().has(shown)), 'the board back');
  expect(late.isShared(shape('note', 'meanwhile').id)).toBe(true);
  // The same edit with the same number: it had not been used up.
  expect((await oliver.send({ seq: 1, ops: [put('late', 'late')], late: true })).refused).toBeUndefined();
  expect(((await lesson.bello.get(at('queue'))).json as { items: QueueItem[] }).items).toHaveLength(1);
  const { lines } = (await lesson.bello.get('/api/audit')).json as { lines: { act: string }[] };
  expect(lines.filter(({ act }) => act === 'board.stop-everything')).toHaveLength(2);
});
