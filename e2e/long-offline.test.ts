import { BoardHand } from '@bridgeboard/testkit';
import type { Snapshot } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
let oliver: Player;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
  oliver = await lesson.bring(0, 'Oliver H.');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** A dot is two edits: begun, and finished. */
const dots = 250;

/** How many strokes the own teacher's view has at the server. */
async function strokesKept(): Promise<number> {
  const { shared } = (await lesson.reed.person.get(`/api/boards/${lesson.board}/snapshot`)) as Snapshot;
  return (shared.put ?? []).filter(({ record }) => record['type'] === 'draw').length;
}

test('[REL-05] 500 edits made without internet outlive their tab and are all there when the board is opened again', async () => {
  const { person, hand } = oliver;
  await person.context.setOffline(true);
  await person.page.getByText('Offline', { exact: true }).waitFor();
  await hand.take('Pen');
  for (let dot = 0; dot < dots; dot += 1)
    await person.page.mouse.click(150 + (dot % 25) * 36, 120 + Math.floor(dot / 25) * 24);
  await hand.saveState.filter({ hasText: `${dots} changes kept on this device, not sent yet` }).waitFor();
  const page = await person.context.newPage();
  await person.page.close();
  await person.context.setOffline(false);
  expect(await strokesKept()).toBe(0);

  const again = await BoardHand.open(page, lesson.board);
  await again.saved();
  await expect.poll(strokesKept).toBe(dots);
  await expect.poll(() => again.canvas.locator('.tl-shape').count()).toBe(dots);
}, 150_000);

test('[REL-21] one pupil in two tabs, both without internet: each keeps its own work and nothing is written over or lost', async () => {
  const aisha = await lesson.bring(1, 'Aisha M.');
  const second = await aisha.person.context.newPage();
  const other = await BoardHand.open(second, lesson.board);
  await aisha.person.context.setOffline(true);
  await aisha.hand.note([300, 650], 'From the first');
  await other.note([700, 650], 'From the second');
  for (const hand of [aisha.hand, other]) await hand.saveState.filter({ hasText: /1 change kept/ }).waitFor();
  await aisha.person.page.close();
  await aisha.person.context.setOffline(false);
  await other.saved();
  for (const words of ['From the first', 'From the second']) {
    await other.words(words).waitFor();
    await lesson.bello.hand.words(words).waitFor();
    expect(await lesson.bello.hand.words(words).count()).toBe(1);
  }
  expect([oliver, aisha, lesson.reed, lesson.bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
