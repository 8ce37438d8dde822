import { RawClient, letPupilIn, signInStaff } from '@bridgeboard/testkit';
import type { Snapshot } from '@bridgeboard/protocol';
import type { Point } from '@bridgeboard/testkit';
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
  await lesson.reed.hand.note([700, 300], 'What is rain?');
  await oliver.hand.words('What is rain?').waitFor();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function middleOf({ hand }: Player, words: string): Promise<Point> {
  const box = await hand.words(words).boundingBox();
  if (box === null) throw new Error(`"${words}" is not on the screen`);
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}

test('[P6] what a pupil drags or rubs of another’s stays where it is, and they read whose it is', async () => {
  const { page } = oliver.person;
  const before = await middleOf(oliver, 'What is rain?');
  await oliver.hand.take('Select');
  await oliver.hand.drag(before, [before[0] - 200, before[1] + 200]);
  await page.getByText(/Ms Reed.*You can add your own beside it/).waitFor();
  expect(await middleOf(oliver, 'What is rain?')).toEqual(before);
  await oliver.hand.take('Rubber');
  await page.mouse.click(...before);
  expect(await middleOf(oliver, 'What is rain?')).toEqual(before);

  // "Everything" is everything of one's own.
  await oliver.hand.note([300, 500], 'Water');
  await lesson.reed.hand.words('Water').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => oliver.hand.words('Water').count()).toBe(0);
  await oliver.hand.saved();
  await expect.poll(() => lesson.reed.hand.words('Water').count()).toBe(0);
  expect(await middleOf(oliver, 'What is rain?')).toEqual(before);
  await lesson.reed.hand.note([900, 550], 'Still there');
  await lesson.bello.hand.words('Still there').waitFor();
  expect(await lesson.bello.hand.words('What is rain?').count()).toBe(1);
});

test('[P6] the server decides: an edit of another’s work that passes by the page is refused, and nobody sees any of it', async () => {
  const reed = await signInStaff(stage.server, 0);
  const harry = await letPupilIn(stage.server, { school: 0, pupil: 3, board: lesson.board, by: reed });
  const { shared } = (await reed.get(`/api/boards/${lesson.board}/snapshot`)).json as Snapshot;
  const note = shared.put?.find(({ record }) => record['type'] === 'note')?.record.id ?? '';
  await using client = await new RawClient(harry).join(lesson.board);
  const before = await middleOf(lesson.bello, 'What is rain?');
  const answer = await client.edit({ op: 'update', id: note, set: { x: 5_000 } }, { op: 'delete', id: note });
  expect(answer.refused?.map(({ code, whose }) => [code, whose?.label])).toEqual([
    ['NOT_YOURS', 'Ms Reed'],
    ['NOT_YOURS', 'Ms Reed'],
  ]);
  await lesson.reed.hand.note([300, 250], 'Look again');
  await lesson.bello.hand.words('Look again').waitFor();
  expect(await middleOf(lesson.bello, 'What is rain?')).toEqual(before);
});

test('[P4] a teacher may move and delete a pupil’s work', async () => {
  await oliver.hand.note([500, 560], 'Clouds leak');
  await lesson.reed.hand.words('Clouds leak').waitFor();
  const before = await middleOf(lesson.reed, 'Clouds leak');
  await lesson.reed.hand.take('Select');
  await lesson.reed.hand.drag(before, [before[0] + 120, before[1] - 40]);
  await expect.poll(async () => (await middleOf(oliver, 'Clouds leak'))[0]).toBeGreaterThan(before[0] + 80);
  await lesson.reed.person.page.keyboard.press('Delete');
  await expect.poll(() => oliver.hand.words('Clouds leak').count()).toBe(0);
  expect([oliver, lesson.reed, lesson.bello].flatMap(({ person }) => person.errors)).toEqual([]);
});
