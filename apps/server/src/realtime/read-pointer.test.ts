import { move, presence } from '@bridgeboard/protocol';
import { bent, Dice } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { readMove, readPresence } from './read-pointer.ts';

const rounds = Number(process.env['HISTORIES'] ?? 4_000);
const place = { page: 'page:page', x: 12.5, y: -7, busy: false, selection: [`shape:${'a'.repeat(21)}`] };

/** What is said, some twist away from `sound`, over and over; JSON is all that a socket can carry. */
function* sayings(sound: unknown): Generator<unknown> {
  for (let seed = 0; seed < rounds; seed += 1) {
    const dice = new Dice(seed);
    let said = sound;
    for (let twist = dice.int(3); twist > 0; twist -= 1) said = bent(dice, said);
    yield JSON.parse(JSON.stringify(said));
  }
}

test('[L3] a place of the pointer read by hand is what the schema says, whatever is sent', () => {
  for (const one of [place, { ...place, viewport: [-100_000, 0, 1, 200_000] }]) {
    let sound = 0;
    for (const said of sayings(one)) {
      const { success, data } = presence.safeParse(said);
      expect(readPresence(said), JSON.stringify(said)).toEqual(success ? data : null);
      if (success) sound += 1;
    }
    expect(sound).toBeGreaterThan(rounds / 10);
  }
});

test.each([
  ['too far to the left', [-100_001, 0, 10, 10], false],
  ['as far as a board goes', [100_000, -100_000, 200_000, 1], true],
  ['of no width', [0, 0, 0, 10], false],
  ['too wide', [0, 0, 200_001, 10], false],
  ['of half a pixel', [0.5, 0, 10, 10], false],
  ['of three numbers', [0, 0, 10], false],
  ['of five numbers', [0, 0, 10, 10, 10], false],
  ['of nothing', null, false],
] as const)('[L3] a viewport that is %s is taken: %s %s', (_, viewport, isTaken) => {
  const said = { ...place, viewport };
  expect([readPresence(said) !== null, presence.safeParse(said).success]).toEqual([isTaken, isTaken]);
});

test('[L3] a move read by hand is what the schema says, whatever is sent', () => {
  let sound = 0;
  for (const said of sayings([3.25, 100_000])) {
    const { success, data } = move.safeParse(said);
    expect(readMove(said), JSON.stringify(said)).toEqual(success ? data : null);
    if (success) sound += 1;
  }
  expect(sound).toBeGreaterThan(rounds / 10);
});

test.each([Infinity, -Infinity, Number.NaN])('[L3] no pointer is at %s', (nowhere) => {
  expect([readMove([nowhere, 0]), move.safeParse([nowhere, 0]).success]).toEqual([null, false]);
  expect(readPresence({ ...place, x: nowhere })).toBeNull();
});
