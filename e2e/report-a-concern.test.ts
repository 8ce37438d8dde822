import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('[SG-13] [SGD5] [SGD6] a child reports a piece in two taps, it goes from the screen, and whoever looks after it has it on the desk', async () => {
  const lesson = await Lesson.begin(stage, 'Rain');
  const { page } = (await lesson.bring(1, 'Aisha M.')).person;
  await lesson.reed.hand.note([500, 300], 'Ha ha');
  const note = page.getByTestId('canvas').getByText('Ha ha');
  await note.waitFor();

  await page.getByRole('button', { name: 'I am worried' }).click();
  const box = await note.boundingBox();
  if (box === null) throw new Error('the note is on the screen');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  // From here on by keyboard alone.
  await page.getByRole('radio', { name: 'Somebody is unkind' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText(/Mr Bello.* will look at it by/).waitFor();
  await page.keyboard.press('Escape');
  await note.waitFor({ state: 'detached' });

  // It is about Ms Reed, who is a lead: it is not hers to see.
  const [reed, bello] = [lesson.reed.person.page, lesson.bello.person.page];
  await Promise.all([reed.goto('/safeguarding'), bello.goto('/home')]);
  await reed.getByText('No reports').waitFor();
  await bello.getByRole('link', { name: '1 report of concern' }).click();
  await bello.getByRole('link', { name: 'Somebody is unkind' }).click();
  await bello.getByRole('heading', { name: 'Sealed evidence' }).waitFor();
  expect(await bello.getByText('Ha ha').count()).toBe(0);
  await bello.getByRole('button', { name: 'Show what was sealed' }).click();
  await bello.getByText('Ha ha').waitFor();
  await bello.getByRole('button', { name: 'Take it in hand' }).click();
  await bello.getByText('took it in hand').waitFor();
});
