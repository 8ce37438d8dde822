import type { PersonBrowser } from '@bridgeboard/testkit';
import type { QueueItem } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { play } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage, demoBoard } from './stage.ts';

let stage: Stage;
let board: string;
let reed: PersonBrowser;
let bello: Player;
beforeAll(async () => {
  stage = await Stage.set();
  reed = await stage.teacher(0, { viewport: { width: 1440, height: 900 } });
  board = await demoBoard(reed);
  bello = await play(await stage.teacher(1), board);
  await reed.page.goto(`/b/${board}/queue`);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A pupil of Riverside on the board, where the demo let them in. */
async function onBoard(name: string): Promise<Player & AsyncDisposable> {
  await reed.post(`/api/boards/${board}/door`, { minutes: 30 });
  const player = await play(await stage.pupil(0, name), board);
  return { ...player, [Symbol.asyncDispose]: () => player.person[Symbol.asyncDispose]() };
}

/** Puts what somebody made on the desk, and answers once its picture is there. */
async function lookAt(name: string, words = ''): Promise<void> {
  const { page } = reed;
  await page
    .getByRole('list', { name: 'Waiting pieces' })
    .getByRole('button')
    .filter({ hasText: name })
    .filter({ hasText: words })
    .click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
  const picture = page.getByRole('img', { name: new RegExp(`^${name}: `) });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
    .toBe(true);
}

async function itemOf(words: string): Promise<QueueItem | undefined> {
  const { items } = (await reed.get(`/api/boards/${board}/queue`)) as { items: QueueItem[] };
  return items.find((item) => item.words.includes(words));
}

/** From here on this browser hears no more of the queue, so that it shows what was true before; until it has decided. */
async function stopHearing({ page }: PersonBrowser): Promise<() => Promise<void>> {
  const [queue, decision] = ['**/api/boards/*/queue', '**/api/boards/*/cases/*/decision'];
  let isDeaf = true;
  await page.route(queue, (route) => (isDeaf ? route.abort() : route.continue()));
  await page.route(decision, (route) => {
    isDeaf = false;
    return route.continue();
  });
  return async () => {
    await page.unroute(queue);
    await page.unroute(decision);
  };
}

test('[P8] [D18] a teacher sees picture and author, approves with one key, and the partner class sees it within a second', async () => {
  await lookAt('Zainab K.', 'My grandad swam here');
  expect(await bello.hand.words('My grandad swam here').count()).toBe(0);
  await reed.page.evaluate(() =>
    addEventListener('keydown', () => Object.assign(globalThis, { pressedAt: Date.now() }), {
      once: true,
      capture: true,
    }),
  );
  const seenAt = bello.person.page.evaluate(async () => {
    while (document.querySelector('.tl-canvas')?.textContent?.includes('My grandad swam here') !== true)
      await new Promise(requestAnimationFrame);
    return Date.now();
  });
  await reed.page.keyboard.press('a');
  const pressedAt = await reed.page.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt);
  expect((await seenAt) - pressedAt).toBeLessThan(1_000);
  await reed.page.getByText(/^Approved for everybody/).waitFor();
});

test('[P9] work that is sent back comes with the teacher’s note, in plain words, and stays unseen by others', async () => {
  await using mia = await onBoard('Mia P.');
  await lookAt('Mia P.');
  await reed.page.keyboard.press('s');
  await reed.page.getByText(/Choose what .?Mia.? reads/).waitFor();
  await reed.page.getByRole('button', { name: 'Please check the spelling' }).click();
  await reed.page.keyboard.press('s');
  await reed.page.getByText(/^Sent back to .?Mia P/).waitFor();

  await mia.person.page.getByText(/Ms Reed.? asks: try this one again/).waitFor();
  await mia.person.page.getByText('Please check the spelling').waitFor();
  await mia.person.page.getByText('1 to try again').waitFor();
  expect(await bello.hand.words('It starts at Malham Tarn').count()).toBe(0);
});

test('[P9] [MW4] [MW2] rejected work fades where it stood with the reason, stays under “My work”, and used again it waits anew', async () => {
  await using jake = await onBoard('Jake T.');
  const { page } = jake.person;
  await jake.hand.words('Kingfishers live here!').waitFor();
  const before = await jake.hand.canvas.locator('.tl-shape').count();
  await lookAt('Jake T.');
  await reed.page.getByRole('button', { name: 'Where did you see it?' }).click();
  await reed.page.getByRole('main').focus();
  await reed.page.keyboard.press('r');
  const card = page.getByRole('status', { name: 'Not shown' });
  await card.getByText(/Ms Reed.? says: not this one/).waitFor();
  await card.getByText('Where did you see it?').waitFor();
  await expect.poll(() => jake.hand.canvas.locator('.tl-shape').count()).toBeLessThan(before);
  await card.getByRole('button', { name: 'Got it' }).click();
  await card.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^My work/ }).click();
  const mine = page.getByRole('dialog', { name: 'My work' });
  await mine.getByText('Where did you see it?').waitFor();
  await mine.getByRole('button', { name: 'Use again' }).click();
  await expect.poll(() => jake.hand.canvas.locator('.tl-shape').count()).toBe(before);
  await page.getByRole('button', { name: /^My work.*1 waiting/ }).waitFor();
});

test('[P3] [P8] [SEC-40] an edit of approved work starts a new review while others keep the approved version; a decision on what changed meanwhile is refused', async () => {
  await using zainab = await onBoard('Zainab K.');
  await using aryan = await onBoard('Aryan S.');
  await zainab.hand.addTo('My grandad swam here', ' Twice.');
  await lookAt('Aryan S.');
  const looked = await itemOf('The heron');
  const hearAgain = await stopHearing(reed);
  await aryan.hand.addTo('The heron stands', ' It is grey.');
  await Promise.all([zainab.hand.saved(), aryan.hand.saved()]);
  const isClosed = async (words: string): Promise<boolean> => (await itemOf(words))?.status === 'waiting';
  await expect.poll(() => isClosed('It is grey.')).toBe(true);
  expect((await itemOf('It is grey.'))?.hash).not.toBe(looked?.hash);

  await reed.page.keyboard.press('a');
  await reed.page.getByRole('alert').getByText('It was changed while you looked.').waitFor();
  expect(await bello.hand.words('The heron').count()).toBe(0);
  expect(await bello.hand.words('Twice.').count()).toBe(0);
  expect(await bello.hand.words('My grandad swam here').count()).toBe(1);

  await hearAgain();
  await expect.poll(() => isClosed('Twice.')).toBe(true);
  await lookAt('Zainab K.', 'Twice.');
  await reed.page.getByText('Changes approved work').waitFor();
  await reed.page.keyboard.press('a');
  await bello.hand.words('Twice.').waitFor();
  expect([reed, bello.person, zainab.person, aryan.person].flatMap(({ errors }) => errors)).toEqual([]);
});
