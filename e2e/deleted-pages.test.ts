import { afterAll, beforeAll, expect, test } from 'vitest';

import { cursorSeenBy, Lesson } from './lesson.ts';
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

/** A line of somebody's page menu, which is opened for it. */
async function inPageMenu(
  { person: { page } }: Player,
  name: string | RegExp,
): Promise<ReturnType<typeof page.locator>> {
  await page.getByRole('button', { name: /^Page \d of \d/ }).click();
  return page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name }));
}

test('[P17] a pupil reads that a page went with own work on it, and the teacher brings it back from the page menu', async () => {
  const { reed, bello } = lesson;
  await (await inPageMenu(reed, 'Add a page')).click();
  await reed.hand.saved();
  await (await inPageMenu(oliver, 'Page 2')).click();
  await oliver.hand.note([500, 250], 'Rain');
  await oliver.hand.saved();
  await (await inPageMenu(bello, 'Page 2')).click();
  await (await inPageMenu(bello, 'Delete this page')).click();
  await bello.hand.saved();
  await oliver.person.page.getByText('The page “Page 2” was deleted, and what you made on it').first().waitFor();

  const line = await inPageMenu(reed, /^Bring back “Page 2”.*1 thing/);
  await line.click();
  await reed.person.page.getByText('“Page 2” is back').waitFor();
  await (await inPageMenu(oliver, 'Page 2')).click();
  await oliver.hand.words('Rain').waitFor();
  expect([reed, bello, oliver].flatMap(({ person }) => person.errors)).toEqual([]);
});

test('[P31] a teacher switches everybody’s pointers off, and each board says so', async () => {
  const { reed, bello } = lesson;
  await (await inPageMenu(bello, 'Page 1')).click();
  await (await inPageMenu(reed, 'Page 1')).click();
  await reed.person.page.mouse.move(500, 300);
  await reed.person.page.mouse.move(520, 320);
  await expect.poll(() => cursorSeenBy(bello, /Reed/)).not.toBeNull();
  await bello.person.page.getByRole('button', { name: 'Switch everybody’s pointers off' }).click();
  await reed.person.page.getByText('Pointers are switched off on this board').waitFor();
  await reed.person.page.mouse.move(560, 360);
  await expect.poll(() => cursorSeenBy(bello, /Reed/)).toBeNull();
  await reed.person.page.getByRole('button', { name: 'Show pointers again' }).click();
  await reed.person.page.getByText('Another school wants pointers off').waitFor();
  await bello.person.page.getByRole('button', { name: 'Show pointers again' }).click();
  await expect.poll(() => cursorSeenBy(bello, /Reed/)).not.toBeNull();
});
