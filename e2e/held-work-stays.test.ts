import type { Snapshot } from '@bridgeboard/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { Lesson } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let lesson: Lesson;
let oliver: Player;
let zainab: Player;
let aisha: Player;
beforeAll(async () => {
  stage = await Stage.set();
  lesson = await Lesson.begin(stage, 'Rain');
  oliver = await lesson.bring(0, 'Oliver H.');
  zainab = await lesson.bring(0, 'Zainab K.');
  aisha = await lesson.bring(1, 'Aisha M.');
});
afterAll(() => stage[Symbol.asyncDispose]());

const canaries = ['Kingfisherquartz', 'Otterjubilee'] as const;

/** Everything by which held work could be told, as the own school's staff know it: ids, order keys, cases and hashes. */
async function marksOfHeldWork({ reed, board }: Lesson): Promise<string[]> {
  const { shared } = (await reed.person.get(`/api/boards/${board}/snapshot`)) as Snapshot;
  const held = (shared.put ?? []).filter(({ stamp }) => stamp.reach === 'held').map(({ record }) => record);
  const cases = (shared.cases ?? []).flatMap(({ id, hash = '' }) => [id, hash]);
  expect(held.length).toBeGreaterThanOrEqual(3);
  // Short order keys are everybody's: the first thing on any page is "a1". Bare, five letters may stand in a script by chance.
  const keys = held.map((record) => String(record['index'])).filter((key) => key.length > 3);
  const marks = [...held.map(({ id }) => id), ...keys.map((key) => `"${key}"`), ...cases].filter((mark) => mark !== '');
  expect(await reed.wire.mentioned(marks)).toEqual(marks);
  return marks;
}

test('[P2] [P23] [P27] [P28] what a pupil makes is there at once for the pupil and the own staff, and no byte of it reaches the other school', async () => {
  await oliver.hand.draw([200, 200], [260, 260], [320, 200], [380, 260]);
  await oliver.hand.note([560, 300], canaries[0]);
  await oliver.hand.text([220, 460], canaries[1]);
  await oliver.hand.saved();

  await oliver.person.page
    .getByText(/Waiting for .?Ms Reed/)
    .first()
    .waitFor();
  await oliver.person.page.getByText('1 waiting').waitFor();
  for (const words of canaries) await lesson.reed.hand.words(words).waitFor();
  await lesson.reed.person.page.locator('main').getByText('Waiting', { exact: true }).first().waitFor();

  // A teacher's note goes to everybody, after all of that: who has it, has had every chance to hear of the rest.
  await lesson.reed.hand.note([800, 500], 'Good work, all of you');
  const others = [aisha, lesson.bello, zainab];
  for (const player of others) await player.hand.words('Good work, all of you').waitFor();
  for (const player of others) for (const words of canaries) expect(await player.hand.words(words).count()).toBe(0);

  const marks = await marksOfHeldWork(lesson);
  for (const player of [aisha, lesson.bello]) {
    expect(await player.wire.mentioned(['Good work, all of you', ...canaries, ...marks])).toEqual([
      'Good work, all of you',
    ]);
  }
});

test('[P20] [SG-06] the other school’s picture of the board, its list and its queue know nothing of held work either', async () => {
  const words = [...canaries, ...(await marksOfHeldWork(lesson))];
  for (const person of [aisha.person, lesson.bello.person]) {
    const picture = await person.context.request.get(`/api/boards/${lesson.board}/picture.svg`);
    const pages = [await picture.text(), JSON.stringify(await person.get('/api/boards'))];
    for (const word of words) for (const page of pages) expect(page, word).not.toContain(word);
  }
  const { items } = (await lesson.bello.person.get(`/api/boards/${lesson.board}/queue`)) as { items: unknown[] };
  expect(items).toEqual([]);
});

test('[P4] a teacher who nudges a waiting note does not let it out', async () => {
  const { reed, bello } = lesson;
  await reed.hand.take('Select');
  const box = await reed.hand.words(canaries[0]).boundingBox();
  if (box === null) throw new Error('the note is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await reed.hand.drag([x, y], [x + 60, y + 40]);
  await reed.hand.saved();
  await expect.poll(async () => (await oliver.hand.words(canaries[0]).boundingBox())?.x).toBeGreaterThan(box.x + 40);
  await reed.hand.note([800, 250], 'Nudged');
  await bello.hand.words('Nudged').waitFor();
  expect(await bello.hand.words(canaries[0]).count()).toBe(0);
  expect(await bello.wire.mentioned(canaries)).toEqual([]);
  expect([oliver, zainab, aisha, reed, bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
