import { expect, test } from 'vitest';

import { VirtualTimers } from '../simulation/virtual-timers.ts';
import { ReconnectPause } from './reconnect-pause.ts';

test('whoever cannot get on the board asks ever more seldom, and at least every 15 s', () => {
  const pause = new ReconnectPause({ timers: new VirtualTimers(), random: () => 0 });
  expect([1, 2, 3, 4, 5, 6, 7].map(() => pause.next({ isReached: true }))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
  ]);
});

test('a break after a good while on the board begins anew; being sent away at once does not', async () => {
  const timers = new VirtualTimers();
  const pause = new ReconnectPause({ timers, random: () => 0 });
  pause.next({ isReached: true });
  pause.joined();
  await timers.advance(2_000);
  expect(pause.next({ isReached: true })).toBe(1_000);
  pause.joined();
  await timers.advance(20_000);
  expect(pause.next({ isReached: true })).toBe(500);
});

test('half of a pause again is chance, so that a class does not come back in step', () => {
  const pause = new ReconnectPause({ timers: new VirtualTimers(), random: () => 0.5 });
  expect(pause.next({ isReached: true })).toBe(625);
});

test('[REL-04] where the server is not reached at all it is asked for all the time, and nobody is sent away for that later', () => {
  const pause = new ReconnectPause({ timers: new VirtualTimers(), random: () => 0 });
  const unreached = [1, 2, 3, 4, 5, 6].map(() => pause.next({ isReached: false }));
  expect(unreached).toEqual([500, 1_000, 1_500, 1_500, 1_500, 1_500]);
  expect(pause.next({ isReached: true })).toBe(2_000);
});
