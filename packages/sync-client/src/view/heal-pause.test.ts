import { expect, test } from 'vitest';

import { HealPause } from './heal-pause.ts';

test('[P30] a view puts itself right at most once in 10 s, and ever more seldom while that does not help', () => {
  const pause = new HealPause();
  const times = [0, 9_000, 10_000, 25_000, 30_000, 69_000, 70_000];
  expect(times.map((now) => pause.take(now))).toEqual([true, false, true, false, true, false, true]);
  pause.sound();
  expect([79_000, 80_000].map((now) => pause.take(now))).toEqual([false, true]);
});
