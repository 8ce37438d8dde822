import type { BoardRecord } from '@bridgeboard/protocol';
import { DemoServer, page, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Pages');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;

it('[P17] [P23] a deleted page is found and restored by staff of a school with work on it, and is nothing to others', async () => {
  await using reed = await onBoard(lesson, lesson.reed);
  await using oliver = await onBoard(lesson, lesson.oliver);
  const second: BoardRecord = { ...page('second'), name: 'Rivers' };
  const note = shape('note', 'note', { parentId: second.id });
  await reed.edit({ op: 'create', record: { ...second } });
  await oliver.edit({ op: 'create', record: { ...note } });
  await reed.edit({ op: 'delete', id: second.id });
  const lost = await until(() => oliver.privates.findLast((frame) => frame.lost)?.lost, 'the news of the lost page');
  expect(lost).toMatchObject([{ page: second.id, name: 'Rivers' }]);
  const restore = at(`deleted-pages/${second.id}/restore`);
  expect((await lesson.bello.get(at('deleted-pages'))).json).toEqual({ pages: [] });
  expect((await lesson.bello.post(restore)).status).toBe(404);
  expect((await lesson.oliver.get(at('deleted-pages'))).status).toBe(403);
  expect((await lesson.oliver.post(restore)).status).toBe(403);
  expect((await lesson.reed.post(at('deleted-pages/page:page/restore'))).status).toBe(404);
  const { json } = await lesson.reed.get(at('deleted-pages'));
  expect(json).toMatchObject({ pages: [{ page: second.id, name: 'Rivers', things: 1 }] });
  expect((await lesson.reed.post(restore)).json).toEqual({ pages: [] });
  await until(() => oliver.seen().has(note.id), "the note on its author's screen");
});
