import { DemoServer, binding, recordIdOf, richText, shape, until } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { onBoard, startLesson, waitingCase, type Lesson } from './lesson.ts';

let server: DemoServer;
let lesson: Lesson;

beforeAll(async () => {
  server = await DemoServer.start();
  lesson = await startLesson(server);
});
afterAll(() => server[Symbol.asyncDispose]());

const canary = 'kingfisherXQ7';

function note(name: string, words = canary): ReturnType<typeof shape> {
  return shape('note', name, { 'props.richText': richText(words) });
}

test('[P2] [P27] [P28] held work shows at once for the author and own staff, and not one byte reaches the other school', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using reed = await onBoard(lesson, lesson.reed);
  await using aisha = await onBoard(lesson, lesson.aisha);
  await using bello = await onBoard(lesson, lesson.bello);
  const quiet = [aisha.received.length, bello.received.length];
  const held = note('held-1');

  expect(await oliver.edit({ op: 'create', record: held })).not.toHaveProperty('refused');
  await until(() => reed.seen().has(held.id), "the note on the own teacher's board");
  expect(oliver.seen().has(held.id)).toBe(true);
  await waitingCase(reed, held.id);

  expect([aisha.received.length, bello.received.length]).toEqual(quiet);
  const told = [...aisha.received, ...bello.received].join('\n');
  expect(told).not.toContain(canary);
  expect(told).not.toContain(held.id);
  const pages = await Promise.all([
    lesson.aisha.get(`/api/boards/${lesson.board}/snapshot`),
    lesson.bello.get(`/api/boards/${lesson.board}/picture.svg`),
    lesson.bello.get(`/api/boards/${lesson.board}/queue`),
  ]);
  for (const page of pages) expect(page.text).not.toContain(canary);
});

test('[P8] [P18] an approved item reaches the other school within a second; a stale hash is refused', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using reed = await onBoard(lesson, lesson.reed);
  await using aisha = await onBoard(lesson, lesson.aisha);
  const drawn = note('approved-1');
  await oliver.edit({ op: 'create', record: drawn });
  const seen = await waitingCase(reed, drawn.id);
  await oliver.edit({ op: 'update', id: drawn.id, set: { x: 40 } });
  const path = `/api/boards/${lesson.board}/cases/${seen.id}`;
  const stale = await lesson.reed.post(`${path}/decision`, { verdict: 'board', hash: seen.hash });
  expect([stale.status, (stale.json as { code: string }).code]).toEqual([409, 'STILL_DRAWING']);

  const now = await waitingCase(reed, drawn.id);
  const old = await lesson.reed.post(`${path}/decision`, { verdict: 'board', hash: seen.hash });
  expect(old.json).toMatchObject({ code: 'CHANGED_SINCE_REVIEW' });
  const decidedAt = Date.now();
  const decided = await lesson.reed.post(`${path}/decision`, { verdict: 'board', hash: now.hash });
  expect(decided.json).toEqual({ status: 'approved' });
  await until(() => aisha.seen().has(drawn.id), 'the note at the other school');
  expect(Date.now() - decidedAt).toBeLessThan(1_000);
});

test("[P6] another's work cannot be changed or deleted, and the refusal says whose it is as this person may know them", async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using reed = await onBoard(lesson, lesson.reed);
  await using aisha = await onBoard(lesson, lesson.aisha);
  const drawn = note('mine-1', 'mine');
  await reed.edit({ op: 'create', record: note('teachers', 'from the teacher') });
  await oliver.edit({ op: 'create', record: drawn });
  const { id, hash } = await waitingCase(reed, drawn.id);
  await lesson.reed.post(`/api/boards/${lesson.board}/cases/${id}/decision`, { verdict: 'board', hash });
  await until(() => aisha.seen().has(drawn.id), 'the note at the other school');

  const answer = await aisha.edit({ op: 'update', id: drawn.id, set: { x: 999 } }, { op: 'delete', id: drawn.id });
  expect(answer.refused?.map(({ code }) => code)).toEqual(['NOT_YOURS', 'NOT_YOURS']);
  expect(answer.refused?.[0]?.whose?.label).toMatch(/^Leeds \d+$/);
  const toStaff = await oliver.edit({ op: 'delete', id: recordIdOf('shape', 'teachers') });
  expect(toStaff.refused?.[0]).toMatchObject({ code: 'NOT_YOURS', whose: { label: 'Ms Reed' } });
  expect((await reed.edit({ op: 'delete', id: drawn.id })).refused).toBeUndefined();
  await until(() => !aisha.seen().has(drawn.id), "the teacher's delete at the other school");
});

test('[P23] an operation on hidden work is answered as one on what never existed', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  await using aisha = await onBoard(lesson, lesson.aisha);
  const hidden = note('hidden-1');
  await oliver.edit({ op: 'create', record: hidden });
  const arrow = shape('arrow', 'probe-arrow');
  await aisha.edit({ op: 'create', record: arrow });
  const probe = async (id: string): Promise<unknown> => {
    const answer = await aisha.edit(
      { op: 'update', id, set: { x: 1 } },
      { op: 'delete', id },
      { op: 'create', record: binding(`to-${id}`, { arrow: arrow.id, to: id }) },
    );
    return answer.refused;
  };
  expect(await probe(hidden.id)).toEqual(await probe(recordIdOf('shape', 'never-was')));
});

test('[P33] an edit is taken once however often it comes, and a hole is asked for', async () => {
  await using oliver = await onBoard(lesson, lesson.oliver);
  const once = {
    seq: 1,
    ops: [
      { op: 'create', record: note('once-1') },
      { op: 'delete', id: recordIdOf('shape', 'nowhere') },
    ],
  };
  const first = await oliver.send(once);
  expect(first.refused).toEqual([{ op: 1, code: 'NO_SUCH_RECORD' }]);
  expect(await oliver.send(once)).toEqual(first);
  oliver.socket.emit('edit', { client: first.client, seq: 5, ops: once.ops });
  const refusal = await until(() => oliver.refusals.find(({ code }) => code === 'RESEND_FROM'), 'RESEND_FROM');
  expect(refusal).toMatchObject({ seq: 5, from: 2, retryable: true });
});

test('[RT1] what was answered before a kill is there after it', async () => {
  await using own = await DemoServer.start();
  const short = await startLesson(own);
  const kept: string[] = [];
  const oliver = await onBoard(short, short.oliver);
  for (let i = 0; i < 30; i += 1) {
    const record = note(`kept-${i}`);
    await oliver.edit({ op: 'create', record });
    kept.push(record.id);
  }
  oliver.socket.emit('edit', {
    client: 'somebody-else-000',
    seq: 1,
    ops: [{ op: 'create', record: note('in-flight') }],
  });
  await own.kill();
  await using again = await own.restart();
  expect(again.demo).toEqual(own.demo);
  await using back = await onBoard(short, short.oliver);
  for (const id of kept) expect(back.seen().has(id)).toBe(true);
});
