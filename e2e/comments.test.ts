import { afterAll, beforeAll, expect, test } from 'vitest';

import { axeFindings } from './axe.ts';
import { Lesson } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
});
afterAll(() => stage[Symbol.asyncDispose]());

test('[CO1] [CO9] [CO10] [CO11] a pupil comments and reacts by keyboard, a teacher lets it through, and the other school reads it', async () => {
  const { reed, bello } = lesson;
  const aisha = await lesson.bring(1, 'Aisha M.');
  await reed.hand.note([420, 250], 'Where does the rain go?');
  await aisha.hand.words('Where does the rain go?').waitFor();

  // Aisha's hands stay on the keyboard; the note is somebody else's, so she could not select it.
  const page = aisha.person.page;
  await page.locator('.tl-container').focus();
  await page.keyboard.press('c');
  const piece = page.getByRole('button', { name: 'Where does the rain go?, by Ms Reed' });
  await piece.focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'About “Where does the rain go?”' });
  await card.getByRole('button', { name: 'Idea' }).press('Enter');
  await card.getByLabel('Your comment').fill('إلى البحر');
  await page.keyboard.press('Control+Enter');
  const line = card.getByRole('article');
  await line.getByText('Waiting').waitFor();
  expect(await line.getByText('إلى البحر').getAttribute('dir')).toBe('auto');
  await card.getByRole('button', { name: 'Idea', pressed: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => piece.evaluate((element) => element === document.activeElement)).toBe(true);
  await page
    .getByRole('button', { name: 'Something was said about “Where does the rain go?”, some of it waits' })
    .waitFor();

  const queue = bello.person.page.getByRole('complementary');
  await queue.getByText('إلى البحر').first().waitFor();
  expect(await reed.person.page.getByRole('button', { name: /Something was said/ }).count()).toBe(0);
  const approve = queue.getByRole('button', { name: /Approve/ });
  // What has just changed under a teacher's eyes is not decided on yet; once decided there is nothing to press.
  await expect
    .poll(
      async () => {
        await approve.click({ timeout: 300 }).catch(() => undefined);
        return queue.getByText('إلى البحر').count();
      },
      { interval: 300 },
    )
    .toBe(0);

  const mark = reed.person.page.getByRole('button', {
    name: 'Something was said about “Where does the rain go?”',
    exact: true,
  });
  await mark.click();
  const read = reed.person.page.getByRole('region', { name: 'About “Where does the rain go?”' });
  await read.getByText('إلى البحر').waitFor();
  expect(await read.getByRole('article').getByRole('button', { name: 'I am worried' }).count()).toBe(1);
  await read.getByRole('button', { name: 'Star' }).click();
  await read.getByRole('button', { name: 'Star', pressed: true }).waitFor();
  expect([...aisha.person.errors, ...reed.person.errors, ...bello.person.errors]).toEqual([]);
});

test('[CO5] at the level to comment a pupil has no pens, and a tap on a piece opens its card', async () => {
  const { reed, board } = lesson;
  const oliver = await lesson.bring(0, 'Oliver H.');
  await reed.person.post(`/api/boards/${board}/levels`, { whom: { school: 'own' }, level: 'comment' });
  const page = oliver.person.page;
  await page.getByText('You can react and comment here: tap a piece.').waitFor();
  await page.getByRole('toolbar', { name: 'Drawing tools' }).waitFor({ state: 'detached' });
  await page
    .locator('.tl-shape')
    .first()
    .click({ position: { x: 20, y: 20 }, force: true });
  await page
    .getByRole('region', { name: /^About/ })
    .getByRole('button', { name: 'Heart' })
    .click();
  await page.getByRole('button', { name: /some of it waits/ }).waitFor();
  expect(oliver.person.errors).toEqual([]);
});
