import type { AuditLine, RewindCounts, TimelineMoment } from '@bridgeboard/protocol';
import { DemoServer, newWord, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { onBoard, startLesson, type Lesson } from './lesson.ts';

let lesson: Lesson;

beforeAll(async () => {
  lesson = await startLesson(await DemoServer.start(), 'Timeline');
});
afterAll(() => lesson.server[Symbol.asyncDispose]());

const at = (path: string): string => `/api/boards/${lesson.board}/${path}`;

interface View {
  missing: number;
  picture: string;
  pages: { id: string; name: string }[];
}

it('[HIST5] [HIST6] [HIST7] staff go through what they saw, and bring it back; the other school learns of nothing', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using reed = await onBoard(lesson, lesson.reed);
  await using bello = await onBoard(lesson, lesson.bello);
  const [first, second] = [newWord(), newWord()];
  const note = shape('note', 'note', {});
  await oliver.edit({
    op: 'create',
    record: { ...note, props: { ...(note['props'] as object), richText: richText(first) } },
  });
  await until(() => reed.seen().has(note.id), "the note on the teacher's screen");
  const told = async (person: Lesson['reed']): Promise<TimelineMoment[]> =>
    ((await person.get(at('timeline'))).json as { moments: TimelineMoment[] }).moments;
  const before = (await told(lesson.reed)).at(-1);
  expect(before?.by).toMatchObject([{ author: { role: 'pupil', key: expect.stringMatching(/^0/) }, count: 1 }]);
  const moment = before?.at ?? 0;

  await oliver.edit({ op: 'update', id: note.id, set: { 'props.richText': richText(second) } });
  const view = async (person: Lesson['reed'], when: number): Promise<View> =>
    (await person.get(at(`timeline/view?at=${when}`))).json as View;
  const then = await view(lesson.reed, moment);
  expect(then.picture).toContain(first);
  expect(then.picture).not.toContain(second);
  expect(then.missing).toBe(0);
  const others = await view(lesson.bello, moment);
  expect(others.picture).not.toContain(first);
  expect(JSON.stringify(await told(lesson.bello))).not.toContain('pupil');

  const shown = async (person: Lesson['reed']) => (await person.get(at(`records/${note.id}/showings`))).json as unknown;
  expect(await shown(lesson.reed)).toEqual({ showings: [] });
  expect(await shown(lesson.bello)).toMatchObject({ code: 'NOT_FOUND' });

  const back = { moment };
  const preview = (await lesson.reed.post(at('timeline/back/preview'), back)).json as RewindCounts;
  expect(preview).toMatchObject({ changed: 1, skipped: 0 });
  const done = await lesson.reed.post(at('timeline/back'), back);
  expect(done.json).toMatchObject({ counts: preview });
  await until(() => JSON.stringify(oliver.seen().get(note.id)).includes(first), 'the former words');
  const again = await lesson.reed.post(at('timeline/back'), { moment: (done.json as { at: number }).at });
  expect(again.json).toMatchObject({ code: 'CHANGED' });
  const undone = await lesson.reed.post(at('timeline/back'), { undo: (done.json as { at: number }).at });
  expect(undone.json).toMatchObject({ counts: { changed: 1 } });
  await until(() => JSON.stringify(oliver.seen().get(note.id)).includes(second), 'the words from before');
  const { lines } = (await lesson.reed.get(`/api/audit?board=${lesson.board}`)).json as { lines: AuditLine[] };
  expect(lines.map(({ act }) => act)).toContain('board.rewind');
  expect((await told(lesson.reed)).flatMap(({ marks }) => marks)).toContain('taken-back');

  await lesson.bello.post(at('stop'), { stopped: true });
  expect((await lesson.reed.get(at('timeline'))).json).toMatchObject({ code: 'STOPPED' });
  expect((await lesson.reed.get(at('timeline/view'))).json).toMatchObject({ code: 'STOPPED' });
  expect((await lesson.reed.post(at('timeline/back/preview'), back)).json).toMatchObject({ code: 'STOPPED' });
  await lesson.bello.post(at('stop'), { stopped: false });
  await until(() => reed.seen().has(note.id), 'the board to go on');
  expect(bello.received.join('\n')).not.toContain(first);
});
