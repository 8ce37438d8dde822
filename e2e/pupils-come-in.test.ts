import { BoardHand, comeInByHand } from '@bridgeboard/testkit';
import type { PersonBrowser } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { cursorSeenBy, play } from './lesson.ts';
import type { Player } from './lesson.ts';
import { Stage, openBoard } from './stage.ts';
import type { SchoolNumber } from './stage.ts';
import { WireTap } from './wire-tap.ts';

let stage: Stage;
let board: string;
let reed: Player;
let bello: Player;
beforeAll(async () => {
  stage = await Stage.set();
  const [first, second] = await Promise.all([stage.teacher(0), stage.teacher(1)]);
  board = await openBoard(first, 'Rain');
  [reed, bello] = await Promise.all([play(first, board), play(second, board)]);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Code, name, pictures, lobby; the own teacher presses "Let in"; the board opens by itself. */
async function comeAllTheWay(
  pupil: PersonBrowser,
  who: { school: SchoolNumber; name: string; teacher: Player },
): Promise<BoardHand> {
  const [firstName = ''] = who.name.split(' ');
  await comeInByHand(pupil, stage.classOf(who.school), who.name);
  await pupil.page.getByRole('heading', { name: `Nearly there, ${firstName}` }).waitFor();
  // A name stands between marks that keep its own direction.
  await pupil.page.getByText(who.school === 0 ? /Ms Reed.? will let you in/ : /Mr Bello.? will let you in/).waitFor();
  const { page } = who.teacher.person;
  await page.getByRole('button', { name: /^At the door/ }).click();
  await page.getByRole('button', { name: 'Let in 1 pupil' }).click();
  return BoardHand.on(pupil.page);
}

test('[P2] [P31] a pupil of each school comes in by code, name and pictures, draws and writes; partners see a pseudonym that rests while the hand works', async () => {
  await using oliver = await stage.stranger();
  await using aisha = await stage.stranger();
  const wire = await WireTap.on(aisha.page);
  const olivers = await comeAllTheWay(oliver, { school: 0, name: 'Oliver H.', teacher: reed });
  const aishas = await comeAllTheWay(aisha, { school: 1, name: 'Aisha M.', teacher: bello });

  await olivers.draw([300, 300], [360, 340], [420, 300]);
  await olivers.note([640, 300], 'It rained all week');
  await olivers.text([300, 500], 'Umbrellas');
  await olivers.saved();
  for (const words of ['It rained all week', 'Umbrellas']) await reed.hand.words(words).waitFor();

  // Named for the own school, a place and a number for the other; and nothing to read of anybody's name on the wire.
  await oliver.page.mouse.move(500, 420);
  await expect.poll(() => cursorSeenBy(reed, 'Oliver H.')).not.toBeNull();
  const aishasSide: Player = { person: aisha, hand: aishas, wire };
  await expect.poll(() => cursorSeenBy(aishasSide, /^Leeds \d+$/)).not.toBeNull();
  expect(await wire.mentioned(['Oliver'])).toEqual([]);
  // The school is told what of the page is on its people's screens.
  await expect.poll(() => reed.wire.mentioned(['"viewport":['])).toHaveLength(1);

  const still = { x: 500, y: 420 - 56 };
  await expect.poll(() => distance(aishasSide, still)).toBeLessThan(24);
  await olivers.take('Pen');
  await oliver.page.mouse.move(still.x, 420);
  await expect.poll(() => distance(aishasSide, still)).toBeLessThan(24);
  await oliver.page.mouse.down();
  await oliver.page.mouse.move(800, 620, { steps: 8 });
  await expect.poll(async () => (await cursorSeenBy(reed, 'Oliver H.'))?.x ?? 0).toBeGreaterThan(780);
  expect(await distance(aishasSide, still)).toBeLessThan(24);
  // It rests for a second longer, and goes on from where the hand is then.
  const upAt = Date.now();
  await oliver.page.mouse.up();
  await expect
    .poll(async () => {
      await oliver.page.mouse.move(800 - ((Date.now() / 50) % 20), 620);
      return distance(aishasSide, still);
    })
    .toBeGreaterThan(24);
  expect(Date.now() - upAt).toBeGreaterThanOrEqual(1_000);
  expect([...oliver.errors, ...aisha.errors]).toEqual([]);
});

async function distance(player: Player, from: { x: number; y: number }): Promise<number> {
  const place = await cursorSeenBy(player, /^Leeds \d+$/);
  return place === null ? Infinity : Math.hypot(place.x - from.x, place.y - from.y);
}
