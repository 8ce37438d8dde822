import { expect, test } from 'vitest';

import { Counted } from './counted.ts';

test.each([1, 3, 300])('[L14] gives out %i places of a key and no more, and other keys do not notice', (most) => {
  const counted = new Counted();
  const given = Array.from({ length: most * 100 }, () => counted.take('a', most)).filter((free) => free !== null);
  expect(given).toHaveLength(most);
  expect(counted.take('b', most)).not.toBeNull();
});

test('[L14] a place that is given back is free again, and giving back twice frees one', () => {
  const counted = new Counted();
  const free = counted.take('a', 2);
  counted.take('a', 2);
  expect(counted.take('a', 2)).toBeNull();
  free?.();
  free?.();
  expect(counted.of('a')).toBe(1);
  expect(counted.take('a', 2)).not.toBeNull();
  expect(counted.take('a', 2)).toBeNull();
});
