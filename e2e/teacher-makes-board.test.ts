import { BoardHand, signInByHand } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

test('a teacher signs in, has a blank board after two clicks, opens its door and shows the class code', async () => {
  await using reed = await stage.stranger({ viewport: { width: 1440, height: 900 } });
  const [account] = stage.server.demo.staff;
  if (!account) throw new Error('the demo has no teacher');
  const { page } = reed;
  await signInByHand(reed, account);

  await page.getByRole('button', { name: 'New board' }).click();
  await page.getByRole('button', { name: 'Make the board' }).click();
  const hand = await BoardHand.on(page);
  await page.getByRole('heading', { level: 1, name: /^Board of \d/ }).waitFor();
  expect(await hand.canvas.locator('.tl-shape').count()).toBe(0);

  await page.getByRole('button', { name: 'Open the door' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open the door' }).click();
  await page.getByText('The door is open').first().waitFor();
  await page.getByRole('button', { name: 'Show the class code' }).first().click();
  const wall = page.getByRole('dialog', { name: 'Class 5B, come in' });
  const code = wall.getByText(stage.classOf(0).code);
  await code.waitFor();
  // Readable from the back of the room.
  expect(await code.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(96);
  await wall.getByRole('img', { name: 'QR code that opens the class' }).waitFor();
  expect(reed.errors).toEqual([]);
});

test('a wrong password is told in words, and what was typed stays', async () => {
  await using reed = await stage.stranger();
  const { page } = reed;
  await page.goto('/sign-in');
  await page.getByLabel('School e-mail').fill('ms.reed@riverside.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByText('E-mail and password do not go together').waitFor();
  expect(await page.getByLabel('School e-mail').inputValue()).toBe('ms.reed@riverside.example');
});
