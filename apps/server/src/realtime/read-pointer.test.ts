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
  let sound = 0;
  for (const said of sayings(place)) {
    const { success, data } = presence.safeParse(said);
    expect(readPresence(said), JSON.stringify(said)).toEqual(success ? data : null);
    if (success) sound += 1;
  }
  expect(sound).toBeGreaterThan(rounds / 10);
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
