import { expect, test } from 'vitest';

import { tickMsFor } from './tick-pace.ts';

test.each([
  [1, 33],
  [25, 33],
  [26, 50],
  [80, 50],
  [81, 70],
  [300, 70],
])('[RT7] among %i people a room speaks every %i ms', (people, ms) => {
  expect(tickMsFor(people)).toBe(ms);
});
