import { BoardHand } from '@bridgeboard/testkit';
import type { DemoServer, Point } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
let oliver: Player;
let again: DemoServer | undefined;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
  oliver = await lesson.bring(0, 'Oliver H.');
});
afterAll(async () => {
  await again?.stop();
  await stage[Symbol.asyncDispose]();
});

/** How many strokes and notes somebody sees. */
async function shapesSeenBy({ hand }: Player): Promise<number> {
  return hand.canvas.locator('.tl-shape').count();
}

const zigzag = (y: number): Point[] => [200, 240, 280, 320, 360].map((x, step) => [x, y + (step % 2) * 40] as const);

test('[D1] [REL-01] [RT1] after kill -9 in the middle of drawing, what was shown as saved is there, and browsers come back by themselves with what was not', async () => {
  await oliver.hand.note([640, 250], 'Saved before');
  await oliver.hand.draw(...zigzag(200));
  await oliver.hand.saved();

  await oliver.hand.take('Pen');
  const { mouse } = oliver.person.page;
  await mouse.move(200, 420);
  await mouse.down();
  await mouse.move(300, 460, { steps: 5 });
  await stage.server.kill();
  await mouse.move(420, 420, { steps: 5 });
  await mouse.up();
  await oliver.hand.note([640, 520], 'Made meanwhile');
  await oliver.hand.saveState.filter({ hasText: /kept on this device/ }).waitFor();
  await oliver.person.page.getByText('Offline', { exact: true }).waitFor();

  again = await stage.server.restart();
  await oliver.hand.saved();
  for (const words of ['Saved before', 'Made meanwhile']) await lesson.reed.hand.words(words).waitFor();
  const mine = await shapesSeenBy(oliver);
  await expect.poll(() => shapesSeenBy(lesson.reed)).toBe(mine);
  expect(mine).toBe(4);

  // What the server knows is what a fresh page shows.
  await oliver.person.page.reload();
  await BoardHand.on(oliver.person.page);
  await expect.poll(() => shapesSeenBy(oliver)).toBe(4);
});

test('[D5] without internet one goes on drawing, reads that it is kept here, and it arrives by itself', async () => {
  const before = await shapesSeenBy(lesson.reed);
  await oliver.person.context.setOffline(true);
  await oliver.hand.draw(...zigzag(300));
  await oliver.hand.saveState.filter({ hasText: /changes? kept on this device/ }).waitFor();
  await oliver.person.context.setOffline(false);
  await oliver.hand.saved();
  await expect.poll(() => shapesSeenBy(lesson.reed)).toBe(before + 1);
});

test('[D5] what was made without internet outlives the page: it is sent when the board is opened again', async () => {
  await oliver.person.context.setOffline(true);
  await oliver.hand.note([900, 400], 'Kept in the drawer');
  await oliver.hand.saveState.filter({ hasText: /kept on this device/ }).waitFor();
  const page = await oliver.person.context.newPage();
  await oliver.person.page.close();
  expect(await lesson.reed.hand.words('Kept in the drawer').count()).toBe(0);
  await oliver.person.context.setOffline(false);
  const hand = await BoardHand.open(page, lesson.board);
  await hand.words('Kept in the drawer').waitFor();
  await hand.saved();
  await lesson.reed.hand.words('Kept in the drawer').waitFor();
  expect([oliver, lesson.reed, lesson.bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
