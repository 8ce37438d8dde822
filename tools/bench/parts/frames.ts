import type { CDPSession, Page } from 'playwright-core';

import { percentile } from '../fanout/percentile.ts';

/** How a page kept up while a hand worked on it. */
export interface Frames {
  /** The middle and a long time between two frames, in ms. */
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** How long each kind of work goes on. */
const workMs = 4_000;
const shapes = 3_000;

/** Collects the moments of all frames; text, because it runs in the page. */
const collect = `window.benchFrames = [];
(function next(at) { window.benchFrames.push(at); requestAnimationFrame(next); })(performance.now());`;

/** Resolves when the board shows all of its shapes. */
export async function untilAllShown(page: Page): Promise<void> {
  await page
    .locator('.tl-shape')
    .nth(shapes - 1)
    .waitFor({ state: 'attached', timeout: 180_000 });
}

/** How a page that collects its frames keeps up while this is done to it, again and again for a few seconds. */
export async function frames(page: Page, work: (step: number) => Promise<void>): Promise<Frames> {
  await page.evaluate('window.benchFrames.length = 0');
  const until = performance.now() + workMs;
  for (let step = 0; performance.now() < until; step += 1) await work(step);
  const moments = (await page.evaluate('window.benchFrames')) as number[];
  const gaps = moments.slice(1).map((at, nth) => at - (moments[nth] ?? at));
  return { medianMs: percentile(gaps, 0.5), p95Ms: percentile(gaps, 0.95) };
}

/** Slows the page's processor down to a quarter and collects the frames from here on. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(collect);
  return devtools;
}

/** Pans and draws as a person does, on a processor slowed down to a quarter. */
export async function workOn(page: Page): Promise<{ pan: Frames; draw: Frames }> {
  const devtools = await slowDown(page);
  const canvas = await page.locator('.tl-canvas').boundingBox();
  const [x, y] = [(canvas?.x ?? 0) + (canvas?.width ?? 0) / 2, (canvas?.y ?? 0) + (canvas?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  // There and back: everything stays in sight.
  const pan = await frames(page, (step) => page.mouse.wheel(step % 60 < 30 ? 4 : -4, step % 40 < 20 ? 3 : -3));
  await page.keyboard.press('d');
  await page.mouse.down();
  const draw = await frames(page, (step) => page.mouse.move(x + 2 * (step % 120), y + 60 * Math.sin(step / 12)));
  await page.mouse.up();
  await devtools.detach();
  return { pan, draw };
}
