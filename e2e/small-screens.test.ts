import { BoardHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, demoBoard, letIn, openBoard } from './stage.ts';

let stage: Stage;
let reed: PersonBrowser;
beforeAll(async () => {
  stage = await Stage.set();
  reed = await stage.teacher(0, { viewport: { width: 320, height: 640 } });
});
afterAll(() => stage[Symbol.asyncDispose]());

test('a finger draws on a tablet, two fingers move the paper and leave no mark', async () => {
  const board = await openBoard(reed, 'Rain');
  await using oliver = await stage.pupil(0, 'Oliver H.', {
    viewport: { width: 820, height: 1180 },
    isMobile: true,
    hasTouch: true,
  });
  await letIn(reed, board);
  const hand = await BoardHand.open(oliver.page, board);
  await hand.touch([
    [
      [200, 300],
      [260, 380],
      [340, 300],
      [420, 380],
    ],
  ]);
  await hand.saved();
  await oliver.page.getByText('1 waiting').waitFor();
  const drawn = hand.canvas.locator('.tl-shape');
  const before = await drawn.boundingBox();
  await hand.touch([
    [
      [300, 700],
      [300, 640],
      [300, 560],
    ],
    [
      [500, 700],
      [500, 640],
      [500, 560],
    ],
  ]);
  await expect.poll(async () => (await drawn.boundingBox())?.y ?? Infinity).toBeLessThan((before?.y ?? 0) - 60);
  expect(await drawn.count()).toBe(1);
});

test('at 320 pixels, or 1280 at 400 %, no page has to be pushed sideways', async () => {
  const board = await demoBoard(reed);
  const { id } = (await reed.post(`/api/boards/${board}/publications`, {})) as { id: string };
  for (const path of ['/', '/join', '/home', `/b/${board}`, `/b/${board}/queue`, `/p/${id}`, '/p/nowhere']) {
    await reed.page.goto(path);
    await reed.page.locator('h1').first().waitFor();
    const [wanted, there] = await reed.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wanted, path).toBeLessThanOrEqual(there ?? 0);
  }
});

test('[D13] where the work is can be read on every window, in the longer words of other languages too', async () => {
  const board = await demoBoard(reed);
  await using bello = await stage.teacher(1, { locale: 'fr' });
  const { page } = bello;
  await page.goto(`/b/${board}`);
  await page.getByRole('button', { name: 'Stylo' }).click();
  await bello.context.setOffline(true);
  await page.mouse.move(560, 560);
  await page.mouse.down();
  await page.mouse.move(600, 580, { steps: 4 });
  await page.mouse.up();
  const words = page.getByText('1 changement gardé sur cet appareil, pas encore envoyé');
  await words.waitFor();
  for (const width of [1_440, 1_280, 1_024, 820, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const hidden = (): Promise<number> =>
      words.evaluate((element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        const corners = [left + 2, (left + right) / 2, right - 2].map((x) => document.elementFromPoint(x, middle));
        return corners.filter((found) => found !== element).length;
      });
    await expect.poll(hidden, { message: `${width} pixels` }).toBe(0);
  }
});
