import { BoardHand } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Stage, demoBoard } from './stage.ts';
import { weigh } from './weigh.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage[Symbol.asyncDispose]());

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

test('the front door needs at most 25 kB, and the code can be typed at once', async () => {
  await using child = await stage.stranger();
  const { bytes } = await weigh(child.page, '/');
  expect(bytes).toBeLessThanOrEqual(25_000);
  await expect.poll(() => child.page.evaluate(() => document.activeElement?.id)).toBe('code');
});

test('[D19] a published page needs at most 110 kB and no script', async () => {
  await using reed = await stage.teacher(0);
  await using bello = await stage.teacher(1);
  const { id } = (await reed.post(`/api/boards/${await demoBoard(reed)}/publications`, {})) as { id: string };
  await bello.post(`/api/publications/${id}/agree`, {});
  await using parent = await stage.stranger(phone);
  const { bytes, scripts } = await weigh(parent.page, `/p/${id}`);
  expect(scripts).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(110_000);
  await expect
    .poll(() =>
      parent.page
        .getByRole('img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0);
});

test('[D8] tldraw’s watermark can be seen and clicked on each board, on a phone too', async () => {
  await using reed = await stage.teacher(0);
  const board = await demoBoard(reed);
  for (const viewport of [{ width: 1440, height: 900 }, phone.viewport]) {
    await reed.page.setViewportSize(viewport);
    await BoardHand.open(reed.page, board);
    const mark = reed.page.locator('.tl-watermark_SEE-LICENSE');
    await mark.waitFor();
    // A trial click fails where anything else lies on top of it.
    await mark.click({ trial: true });
  }
  expect(reed.errors).toEqual([]);
});
