import type { WholeQueue } from '@bridgeboard/protocol';
import { richText, shape, type HttpPerson } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { waitingCase } from './lesson.ts';
import { codeIn, useReportingLesson } from './reporting-lesson.ts';

const at = useReportingLesson();
const always = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440, answerMinutes: 60 };
const waiting = async (person: HttpPerson) =>
  (await person.get('/api/queue')).json as { waitsLong: number; waitMinutes: number };

test('[SG-28] staff are told as soon as work has waited longer than their school lets it, those of the other school are not', async () => {
  const { server, lesson } = at.here;
  expect((await lesson.reed.post('/api/school/desk', { ...always, waitMinutes: 30 })).status).toBe(200);
  // What the demo has waiting is late by then.
  server.clock.forward(31 * 60_000);
  const { waitsLong: before } = await waiting(lesson.reed);
  const far = await waiting(lesson.bello);
  await at.here.noteOf('held');
  server.clock.forward(29 * 60_000);
  expect(await waiting(lesson.reed)).toMatchObject({ waitsLong: before, waitMinutes: 30 });
  server.clock.forward(61_000);
  await expect.poll(() => waiting(lesson.reed)).toMatchObject({ waitsLong: before + 1 });
  expect(await waiting(lesson.bello)).toMatchObject(far);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

test('[SG-28] [SGD5] the page for the review has figures and no names, for whoever is at the desk alone', async () => {
  const { lesson } = at.here;
  const cells = async (person: HttpPerson): Promise<string[]> => {
    const { text } = await person.get('/api/term-report');
    for (const name of ['Oliver', 'Aisha', 'Reed', 'Bello']) expect(text).not.toContain(name);
    return [...text.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell = '']) => cell);
  };
  // Let out to the board and to the school, sent back and rejected: of all months, because a lesson may lie in two.
  const decided = async (): Promise<number[]> => {
    const all = await cells(lesson.reed);
    return [0, 1, 2, 3].map((column) => sum(all.filter((_, place) => place % 7 === column).map(Number)));
  };
  const [board = 0, ...others] = await decided();
  await at.here.noteOf('board');
  await at.here.report(lesson.aisha, { reason: 'other' });
  expect(await decided()).toEqual([board + 1, ...others]);
  expect((await cells(lesson.reed)).at(-2)).toBe('0');
  expect((await cells(lesson.bello)).slice(-2)).toEqual(['1', '0']);
  expect((await lesson.bello.get('/api/term-report')).text).toContain('Still open');
  const teacher = await at.here.colleague('Mrs Vane', ['teacher']);
  expect(codeIn(await teacher.get('/api/term-report'))).toBe('FORBIDDEN');
  expect(codeIn(await lesson.oliver.get('/api/term-report'))).toBe('FORBIDDEN');
});

test('[SG-28] [TC5] [MOD4] what the text check had marked stands in the page with what became of it, and in the list of what waits', async () => {
  const { lesson, pen, server } = at.here;
  const rowOf = async (): Promise<string[]> => {
    const { text } = await lesson.reed.get('/api/term-report');
    const [, row = ''] = /<th scope="row">Phone<\/th>(.*?)<\/tr>/s.exec(text) ?? [];
    return [...row.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell = '']) => cell);
  };
  const record = shape('note', at.here.newId(), { 'props.richText': richText('ring me on 07700 900123') });
  await pen.edit({ op: 'create', record });
  await expect.poll(rowOf).toEqual(['0', '0', '0', '1']);
  const { queue } = (await lesson.reed.get('/api/queue/lines')).json as { queue: WholeQueue };
  expect(queue.lines.filter(({ found }) => found.length > 0).map(({ found }) => found)).toContainEqual(['phone']);
  server.clock.forward(61_000);
  const { id, hash } = await waitingCase(at.here.desk, record.id);
  const decision = `/api/boards/${lesson.board}/cases/${id}/decision`;
  await lesson.reed.post(decision, { verdict: 'return', hash });
  await expect.poll(rowOf).toEqual(['0', '1', '0', '0']);
  await lesson.reed.post(decision, { verdict: 'reject', hash });
  await expect.poll(rowOf).toEqual(['0', '0', '1', '0']);
});
