import { unpackRecord } from '@bridgeboard/protocol';
import type { Snapshot } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Points of each stroke that the server has. */
async function strokes(): Promise<number[]> {
  const { shared } = (await lesson.bello.person.get(`/api/boards/${lesson.board}/snapshot`)) as Snapshot;
  return (shared.put ?? []).flatMap(({ record }) => {
    const props = unpackRecord(record)['props'] as { segments?: { points: unknown[] }[] } | undefined;
    const segments = props?.segments;
    return segments ? [segments.reduce((sum, { points }) => sum + points.length, 0)] : [];
  });
}

test('[BR4] a line without end goes on in a new stroke before the server would refuse it, straight parts counted', async () => {
  const { reed } = lesson;
  const { mouse, keyboard } = reed.person.page;
  await reed.hand.take('Pen');
  await mouse.move(100, 150);
  await mouse.down();
  await mouse.move(800, 200, { steps: 400 });
  await keyboard.down('Shift');
  await mouse.move(800, 300, { steps: 5 });
  await keyboard.up('Shift');
  await mouse.move(100, 350, { steps: 400 });
  await mouse.up();
  await reed.hand.saved();
  const counts = await strokes();
  expect(counts.length).toBeGreaterThan(1);
  expect(Math.max(...counts)).toBeLessThanOrEqual(600);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(700);
  await expect.poll(() => lesson.bello.hand.canvas.locator('.tl-shape').count()).toBe(counts.length);
  expect(await reed.person.page.getByText('not accepted').count()).toBe(0);
  expect([reed, lesson.bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
