import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, demoBoard } from './stage.ts';

let stage: Stage;
let board: string;
let reed: PersonBrowser;
let bello: PersonBrowser;
beforeAll(async () => {
  stage = await Stage.set();
  [reed, bello] = await Promise.all([stage.teacher(0), stage.teacher(1)]);
  board = await demoBoard(reed);
  await Promise.all([BoardHand.open(reed.page, board), BoardHand.open(bello.page, board)]);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A parent's phone that runs no scripts. */
async function parentsPhone(): Promise<PersonBrowser> {
  return stage.stranger({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    javaScriptEnabled: false,
  });
}

/** Words of either school's approved work, and of work that still waits. */
const words = { riverside: 'Kingfishers live here!', alnoor: 'Our tap water', waiting: 'I live at number 14' } as const;

test('[D19] a teacher publishes, each school agrees for itself, a parent reads it without script or account, and withdrawing ends it within a second', async () => {
  await reed.page.getByRole('button', { name: 'Share' }).click();
  const share = reed.page.getByRole('dialog', { name: 'Who sees the board' });
  await share.getByText('Nobody outside the schools sees this board.').waitFor();
  await share.getByRole('button', { name: 'Publish the pieces of Riverside' }).click();
  await share.getByRole('link', { name: 'Open the page' }).waitFor();
  const address = (await share.getByRole('link', { name: 'Open the page' }).getAttribute('href')) ?? '';

  await using parent = await parentsPhone();
  const { page } = parent;
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: 'Our rivers: Aire and Challawa' }).waitFor();
  expect(await page.getByText(words.riverside).count()).toBe(1);
  expect(await page.getByText(words.alnoor).count()).toBe(0);

  await bello.page.getByRole('button', { name: 'Share' }).click();
  await bello.page.getByRole('button', { name: /^Agree: publish/ }).click();
  await bello.page.getByRole('link', { name: 'Open the page' }).waitFor();
  await page.reload();
  expect(await page.getByText(words.alnoor).count()).toBe(1);

  const shown = await page.content();
  for (const name of [...stage.classOf(0).pupils, ...stage.classOf(1).pupils].map(({ name: pupil }) => pupil))
    expect(shown).not.toContain(name);
  expect(shown).not.toContain(words.waiting);
  expect(shown).not.toMatch(/<script|tldraw\.com/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth).catch(() => true)).toBe(true);
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');

  await share.getByRole('button', { name: 'Withdraw the page' }).click();
  await share.getByRole('button', { name: 'Yes, withdraw it' }).click();
  await reed.page.getByText('The page is withdrawn.').waitFor();
  // Asked at once, so within the second, however long a browser then takes to show the answer.
  const asked = await parent.context.request.get(address);
  expect(asked.status()).toBe(404);
  const gone = await page.reload();
  expect(gone?.status()).toBe(404);
  expect(await page.getByText(words.riverside).count()).toBe(0);
  const picture = await parent.context.request.get(`${address}/board.svg`);
  expect(picture.status()).toBe(404);
  expect([...parent.foreign, ...reed.foreign, ...bello.foreign, ...reed.errors, ...bello.errors]).toEqual([]);
});
