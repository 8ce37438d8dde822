import type { ClassView } from '@bridgeboard/protocol';
import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, letIn, openBoard } from './stage.ts';

let stage: Stage;
let reed: PersonBrowser;
beforeAll(async () => {
  stage = await Stage.set();
  reed = await stage.teacher(0);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Taps the name and the same four pictures, twice where they are new. */
async function sayWho({ page }: PersonBrowser, name: string, times: 1 | 2): Promise<void> {
  await page.getByRole('button', { name }).click();
  const pictures = page.getByRole('group', { name: 'Pictures' }).getByRole('button');
  for (let tap = 0; tap < 4 * times; tap += 1) await pictures.nth((tap * 5) % 4).click();
  await page.waitForURL(/\/(?:lobby|b\/)/);
}

test('[PU8] [PU9] [PU11] [PU12] a list becomes a class, the class gets cards, and its pupils share one tablet', async () => {
  const { page } = reed;
  await page.goto('/classes');
  await page.getByRole('button', { name: 'New class' }).click();
  await page.getByLabel('Name of the class').fill('Otters');
  await page.getByRole('button', { name: 'Make the class' }).click();
  await page.getByRole('button', { name: 'Add a list of names' }).click();
  const list = 'Surname;First name\nLovelace;Ada\nHopper;Grace\nClarke;Joan\nNobody;\n';
  await page.getByLabel('Paste a list, one pupil a line').fill(list);
  await page.getByText('There is no name here.').waitFor();
  await page.getByRole('button', { name: 'Add 3 pupils' }).click();
  await page.getByRole('heading', { name: '3 pupils' }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { code, pupils } = (await reed.get(`/api/classes/${id}`)) as ClassView;
  expect(pupils.map(({ name }) => name)).toEqual(['Ada L.', 'Grace H.', 'Joan C.']);

  await page.goto(`/classes/${id}/cards`);
  await expect.poll(() => page.getByRole('article').count()).toBe(3);
  await expect.poll(() => page.getByText(code).count()).toBe(4);

  const board = await openBoard(reed, 'Rain');
  await using tablet = await stage.stranger({ viewport: { width: 1024, height: 768 } });
  // As the camera opens a card.
  await tablet.page.goto(`/join#${code.replace('-', '')}`);
  for (const [at, name] of ['Ada L.', 'Grace H.', 'Joan C.'].entries()) {
    await sayWho(tablet, name, 2);
    await letIn(reed, board);
    const hand = await BoardHand.on(tablet.page);
    if (at > 0) await tablet.page.keyboard.press('Control+z');
    await hand.note([200 + 220 * at, 300], `from ${name}`);
    await hand.saved();
    await tablet.page.getByRole('button', { name: 'Pass the tablet' }).click();
    await tablet.page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  }
  // Whoever was let in comes back to the board itself, and finds the own work alone.
  await tablet.page.reload();
  await sayWho(tablet, 'Ada L.', 1);
  const again = await BoardHand.on(tablet.page);
  await again.words('from Ada L.').waitFor();
  expect(await again.words('from Grace H.').count()).toBe(0);

  const queue = (await reed.get(`/api/boards/${board}/queue`)) as { items: { author: string; words: string }[] };
  expect(queue.items.map(({ author, words }) => [author, words]).toSorted()).toEqual([
    ['Ada L.', 'from Ada L.'],
    ['Grace H.', 'from Grace H.'],
    ['Joan C.', 'from Joan C.'],
  ]);
  expect([...reed.errors, ...tablet.errors]).toEqual([]);
});
