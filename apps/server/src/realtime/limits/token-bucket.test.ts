import { limits } from '@bridgeboard/domain';
import { expect, test } from 'vitest';

import { TokenBucket } from './token-bucket.ts';

/** How many of these attempts, one every so many ms, are let through. */
function taken(bucket: TokenBucket, tries: { count: number; everyMs: number; from: number }): number {
  let count = 0;
  for (let i = 0; i < tries.count; i += 1) {
    if (bucket.take(tries.from + i * tries.everyMs).waitMs === 0) count += 1;
  }
  return count;
}

const editsOf = (role: 'pupil' | 'staff'): TokenBucket => {
  const { editsPerSecond, editsBurst } = limits[role];
  return new TokenBucket({ perSecond: editsPerSecond, burst: editsBurst, now: 0 });
};

test.each([
  ['pupil', 30, 60],
  ['staff', 60, 120],
] as const)('[L3] a %s may send %i edits a second, and %i at once', (role, perSecond, burst) => {
  expect(taken(editsOf(role), { count: burst * 100, everyMs: 0, from: 0 })).toBe(burst);
  expect(taken(editsOf(role), { count: burst + 1, everyMs: 0, from: 0 })).toBe(burst);
  const flood = taken(editsOf(role), { count: 10_000, everyMs: 1, from: 0 });
  expect(flood).toBeGreaterThanOrEqual(burst + perSecond * 9);
  expect(flood).toBeLessThanOrEqual(burst + perSecond * 10);
  expect(taken(editsOf(role), { count: 300, everyMs: 1_000 / perSecond, from: 0 })).toBe(300);
});

test('[L3] who must wait is told for how long, and a clock that goes back gives nothing away', () => {
  const bucket = new TokenBucket({ perSecond: 10, burst: 1, now: 1_000 });
  expect(bucket.take(1_000)).toEqual({ waitMs: 0 });
  expect(bucket.take(1_000)).toEqual({ waitMs: 100 });
  expect(bucket.take(1_060)).toEqual({ waitMs: 40 });
  expect(bucket.take(0)).toEqual({ waitMs: 40 });
  expect(bucket.take(40)).toEqual({ waitMs: 0 });
});
