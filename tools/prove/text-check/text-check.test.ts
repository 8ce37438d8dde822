import { expect, test } from 'vitest';

import { measureTextCheck } from '../text-check.ts';

test('[SG-03] finds what was planted, and leaves names and lessons alone', () => {
  const figures = measureTextCheck();
  console.log(JSON.stringify(figures));
  expect(figures.planted).toBeGreaterThanOrEqual(500);
  expect(figures.names).toBeGreaterThanOrEqual(1_000);
  expect(figures.sentences).toBeGreaterThanOrEqual(300);
  expect(figures.recall).toBeGreaterThanOrEqual(0.99);
  expect(figures.falseHolds).toBeLessThanOrEqual(0.02);
});
