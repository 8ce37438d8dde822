import { BoardHand } from '@bridgeboard/testkit';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, demoBoard, letIn, openBoard } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Presses Tab until something with these words has the focus, and sees that the focus can be seen. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (!words.test(name)) continue;
    const canBeSeen = await page.evaluate(() => document.activeElement?.matches(':focus-visible'));
    if (canBeSeen !== true) throw new Error(`the focus on ${name} cannot be seen`);
    return;
  }
  throw new Error(`no number of Tabs leads to ${String(words)}`);
}

test('[D13] keys alone lead from the class code to the board and a tool of it', async () => {
  await using reed = await stage.teacher(0);
  const board = await openBoard(reed, 'Rain');
  await using oliver = await stage.stranger();
  const { page } = oliver;
  await page.goto('/');
  await page.keyboard.type(stage.classOf(0).code);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await tabTo(page, /Oliver H\./);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Hello/ }).waitFor();
  const names = await page.getByRole('group', { name: 'Pictures' }).getByRole('button').allTextContents();
  for (const place of stage.classOf(0).pupils.find(({ name }) => name === 'Oliver H.')?.pin ?? []) {
    await page.getByRole('heading', { level: 1 }).focus();
    await tabTo(page, new RegExp(`^${names[place] ?? ''}$`));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: /Nearly there/ }).waitFor();
  await letIn(reed, board);
  await BoardHand.on(page);
  await tabTo(page, /^Note$/);
  await page.keyboard.press('Enter');
  const note = page.getByRole('button', { name: 'Note', exact: true });
  await expect.poll(() => note.getAttribute('aria-pressed')).toBe('true');
});

test('[D13] staff decide in the queue by keys, take the last decision back, and a key held down decides once', async () => {
  await using reed = await stage.teacher(0);
  const board = await demoBoard(reed);
  const { page } = reed;
  await page.goto(`/b/${board}/queue`);
  const author = page.getByRole('heading', { level: 2 });
  await author.waitFor();
  const waiting = page.getByRole('list', { name: 'Waiting pieces' }).getByRole('listitem');
  const [before, first] = [await waiting.count(), await author.textContent()];
  await page.keyboard.press('j');
  await expect.poll(() => author.textContent()).not.toBe(first);
  await page.keyboard.down('a');
  await page.keyboard.down('a');
  await page.keyboard.up('a');
  await expect.poll(() => waiting.count()).toBe(before - 1);
  await page.getByText(/^Approved for everybody/).waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => waiting.count()).toBe(before);
  // Words of a note decide nothing.
  await page.getByRole('button', { name: 'Write your own' }).click();
  const decisions: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && decisions.push(request.url()));
  await page.keyboard.type('a carp, really');
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
    .toBe('a carp, really');
  expect(decisions).toEqual([]);
  expect(await waiting.count()).toBe(before);
});

test('[D13] pages for readers of Arabic run from right to left, and codes and drawings do not', async () => {
  await using amina = await stage.stranger({ locale: 'ar' });
  const { page } = amina;
  await page.goto('/');
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
    'rtl',
    'ar',
  ]);
  expect(await page.locator('#code').evaluate((field) => getComputedStyle(field).direction)).toBe('ltr');
  await page.goto('/sign-in');
  await expect.poll(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  await page.goto('/?lang=fr');
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
    'ltr',
    'fr',
  ]);
});
