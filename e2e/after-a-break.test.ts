import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
let oliver: Player;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
  oliver = await lesson.bring(0, 'Oliver H.');
});
afterAll(() => stage[Symbol.asyncDispose]());

async function stop(frozen: boolean): Promise<void> {
  await lesson.reed.person.post(`/api/boards/${lesson.board}/freeze`, { whom: { all: true }, frozen });
}

test('[BR3] [SG-30] what a pupil made before the drawing was stopped is kept, the page says why, and it arrives held', async () => {
  await oliver.person.context.setOffline(true);
  await oliver.hand.note([500, 250], 'Too late');
  await oliver.hand.saveState.filter({ hasText: /kept on this device/ }).waitFor();
  await stop(true);
  await oliver.person.context.setOffline(false);
  await oliver.person.page.getByText('Your teacher has stopped the drawing for a moment').first().waitFor();
  await oliver.hand.saveState.filter({ hasText: /kept on this device/ }).waitFor();
  expect(await lesson.reed.hand.words('Too late').count()).toBe(0);

  await stop(false);
  await oliver.hand.saved();
  await lesson.reed.hand.words('Too late').waitFor();
  await lesson.reed.hand.note([800, 250], 'Go on');
  await lesson.bello.hand.words('Go on').waitFor();
  expect(await lesson.bello.hand.words('Too late').count()).toBe(0);
});

test('[P24] after a break undo takes back one’s own step and nothing that came meanwhile', async () => {
  const { reed, bello } = lesson;
  await reed.hand.note([400, 480], 'Before the break');
  await reed.hand.saved();
  await reed.person.context.setOffline(true);
  await bello.hand.note([800, 480], 'Meanwhile');
  await bello.hand.saved();
  await reed.person.context.setOffline(false);
  await reed.hand.words('Meanwhile').waitFor();

  await reed.hand.take('Select');
  await reed.person.page.keyboard.press('Control+z');
  await expect.poll(() => bello.hand.words('Before the break').count()).toBe(0);
  await reed.person.page.keyboard.press('Control+z');
  await reed.hand.note([600, 480], 'After the break');
  await bello.hand.words('After the break').waitFor();
  expect(await bello.hand.words('Meanwhile').count()).toBe(1);
  expect([reed, bello, oliver].flatMap(({ person }) => person.errors)).toEqual([]);
});
