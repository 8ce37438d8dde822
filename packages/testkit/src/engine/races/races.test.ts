import { expect, test } from 'vitest';

import { interleavings } from './interleavings.ts';
import { allRaces } from './race.ts';
import { RaceJudge } from './race-judge.ts';
import { RaceWorld } from './race-world.ts';
import { runRaces } from './run-races.ts';

/** One race in so many here; `pnpm prove:moderation` runs all. */
const each = 199;

test('[MOD3] in each order of the steps of three people, nobody sees more than was let out by then', () => {
  const { interleavings: run, violations } = runRaces({ each });
  expect(violations).toEqual([]);
  expect(run).toBeGreaterThan(400);
});

test('[MOD3] six steps of three people have ninety orders, each person’s own steps in theirs', () => {
  const orders = [...interleavings(['a', 'b', 'c'].map((actor) => ({ actor, steps: [1, 2] })))];
  expect(new Set(orders.map((turns) => turns.map(({ actor }) => actor).join(''))).size).toBe(90);
  for (const turns of orders) {
    for (const name of ['a', 'b', 'c']) {
      expect(turns.filter(({ actor }) => actor === name).map(({ step }) => step)).toEqual([1, 2]);
    }
  }
});

test('[MOD3] the judge notices words that nobody has let out', () => {
  const [race] = allRaces();
  if (!race) throw new Error('there is no race');
  const world = new RaceWorld(race.start);
  const judge = new RaceJudge(world, race.start);
  // As if the engine let them out by itself.
  world.board.decide(
    { person: 'reed', school: 'north', role: 'staff' },
    { case: world.board.openCases('north')[0] ?? '', verdict: 'board' },
  );
  judge.take('reed', { kind: 'look' });
  expect(judge.faults).toContain('others see w0');
});
