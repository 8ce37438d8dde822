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

async function placeOf({ hand }: Player, words: string): Promise<{ x: number; y: number }> {
  const box = await hand.words(words).boundingBox();
  if (box === null) throw new Error(`"${words}" is not on the screen`);
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

test('[P14] a pupil groups own things, moves them as one and takes them apart; the teacher sees the same', async () => {
  const { reed } = lesson;
  const { page } = oliver.person;
  await reed.hand.note([900, 250], 'Asked by me');
  await oliver.hand.note([300, 250], 'Rain');
  await oliver.hand.note([550, 250], 'Clouds');
  await oliver.hand.take('Select');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  await oliver.hand.saved();
  const before = await placeOf(oliver, 'Rain');
  await oliver.hand.drag([before.x, before.y], [before.x, before.y + 150]);
  await oliver.hand.saved();
  for (const words of ['Rain', 'Clouds']) {
    await expect.poll(async () => (await placeOf(reed, words)).y).toBeGreaterThan(before.y + 80);
  }
  expect((await placeOf(reed, 'Asked by me')).y).toBeLessThan(before.y + 80);
  expect(await oliver.person.page.getByText('not accepted').count()).toBe(0);
});

test('[P14] a teacher cannot put a pupil’s things into a group of the teacher’s own, and reads why', async () => {
  const { reed } = lesson;
  await reed.hand.take('Select');
  await reed.hand.canvas.click({ position: { x: 40, y: 40 } });
  await reed.person.page.keyboard.press('Control+a');
  await reed.person.page.keyboard.press('Control+g');
  await reed.person.page.getByText('Only your own things can go into a group').waitFor();
  await reed.hand.saved();
  expect(await reed.person.page.getByText('not accepted').count()).toBe(0);
});

test('[P35] when somebody else leaves one thing alone in a group, the own editor repairs nothing of it', async () => {
  const { reed } = lesson;
  await reed.hand.canvas.click({ position: { x: 40, y: 40 } });
  const inGroup = await placeOf(reed, 'Clouds');
  await reed.person.page.mouse.dblclick(inGroup.x, inGroup.y);
  await reed.person.page.keyboard.press('Escape');
  await reed.person.page.keyboard.press('Delete');
  await expect.poll(() => oliver.hand.words('Clouds').count()).toBe(0);
  await oliver.hand.words('Rain').waitFor();
  await oliver.hand.note([300, 600], 'Still at work');
  await oliver.hand.saved();
  await reed.hand.words('Still at work').waitFor();
  expect(await oliver.person.page.getByText('not accepted').count()).toBe(0);
  expect([oliver, reed].flatMap(({ person }) => person.errors)).toEqual([]);
});
