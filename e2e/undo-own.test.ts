import { unpackRecord } from '@bridgeboard/protocol';
import type { BoardRecord, Snapshot } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The one note with these words, as the server has it. */
async function note(words: string): Promise<{ x: number; color: unknown }> {
  const { shared } = (await lesson.reed.person.get(`/api/boards/${lesson.board}/snapshot`)) as Snapshot;
  const found = (shared.put ?? []).map(({ record }) => unpackRecord(record)).find((one) => says(one, words));
  if (!found) throw new Error(`the server has no "${words}"`);
  return { x: Number(found['x']), color: (found['props'] as { color: unknown }).color };
}

function says(record: BoardRecord, words: string): boolean {
  return JSON.stringify(record).includes(words);
}

async function select({ hand }: Player, words: string): Promise<void> {
  await hand.take('Select');
  await hand.words(words).click();
}

test('[P24] undo takes back one’s own step and leaves what somebody else changed of the same thing since', async () => {
  const { reed, bello } = lesson;
  await reed.hand.note([500, 250], 'Rain');
  await reed.hand.saved();
  const before = (await note('Rain')).x;
  await reed.hand.take('Select');
  await reed.hand.drag([500, 250], [660, 250]);
  await reed.hand.saved();
  await expect.poll(async () => (await bello.hand.words('Rain').boundingBox())?.x).toBeGreaterThan(600);
  await select(bello, 'Rain');
  await bello.person.page.getByRole('button', { name: /^Colour/ }).click();
  await bello.person.page.getByRole('button', { name: 'Blue', exact: true }).click();
  await bello.hand.saved();
  await expect.poll(() => note('Rain')).toMatchObject({ color: 'blue' });

  await reed.person.page.keyboard.press('Control+z');
  await expect.poll(() => note('Rain')).toEqual({ x: before, color: 'blue' });
  await reed.person.page.keyboard.press('Control+Shift+z');
  await expect.poll(() => note('Rain')).toEqual({ x: before + 160, color: 'blue' });
});

test('[P24] what somebody else took off is not brought back by undo, and the step before it is undone', async () => {
  const { reed, bello } = lesson;
  await reed.hand.note([300, 480], 'First');
  await reed.hand.note([700, 480], 'Second');
  await reed.hand.saved();
  await bello.hand.words('Second').waitFor();
  await select(bello, 'Second');
  await bello.person.page.keyboard.press('Delete');
  await expect.poll(() => reed.hand.words('Second').count()).toBe(0);

  await reed.hand.take('Select');
  await reed.person.page.keyboard.press('Control+z');
  await expect.poll(() => bello.hand.words('First').count()).toBe(0);
  await reed.hand.saved();
  expect(await bello.hand.words('Second').count()).toBe(0);
  expect([reed, bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
