import { expect, it } from 'vitest';

import { Readiness, type Phase } from './readiness.ts';

/** A store whose answers come when the test says, and a clock that the test moves. */
function stand() {
  const pings: PromiseWithResolvers<void>[] = [];
  const deadlines: (() => void)[] = [];
  const at = { phase: 'serving' as Phase, now: 0 };
  const readiness = new Readiness({
    phase: () => at.phase,
    now: () => at.now,
    ping: () => {
      const ping = Promise.withResolvers<void>();
      pings.push(ping);
      return ping.promise;
    },
    wait: () => new Promise<void>((resolve) => deadlines.push(resolve)),
  });
  return { readiness, pings, deadlines, at };
}

it('[OP2] asks the store once for all who ask within a second', async () => {
  const { readiness, pings, at } = stand();
  const crowd = Array.from({ length: 50 }, () => readiness.isReady());
  pings[0]?.resolve();
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([true]));
  at.now = 999;
  expect(await readiness.isReady()).toBe(true);
  expect(pings).toHaveLength(1);
  at.now = 1_000;
  const next = readiness.isReady();
  pings[1]?.reject(new Error('away'));
  expect(await next).toBe(false);
});

it('[OP2] a store that hangs makes it not ready at the deadline, and is not asked again until it comes back', async () => {
  const { readiness, pings, deadlines, at } = stand();
  const asked = readiness.isReady();
  deadlines[0]?.();
  expect(await asked).toBe(false);
  at.now = 60_000;
  expect(await readiness.isReady()).toBe(false);
  expect(pings).toHaveLength(1);
  pings[0]?.resolve();
  await pings[0]?.promise;
  at.now = 120_000;
  const back = readiness.isReady();
  pings[1]?.resolve();
  expect(await back).toBe(true);
});

it('[OP2] is not ready while it starts or drains, and the store is not asked', async () => {
  const { readiness, pings, at } = stand();
  for (const phase of ['starting', 'draining'] as const) {
    at.phase = phase;
    expect(await readiness.isReady()).toBe(false);
  }
  expect(pings).toEqual([]);
});
