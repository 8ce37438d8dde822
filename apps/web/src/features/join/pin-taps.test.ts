import { describe, expect, it } from 'vitest';

import { slotsOf, takeBack, tap } from './pin-taps.ts';

describe('tap', () => {
  it('keeps the order and allows repeats', () => {
    expect([6, 6, 0].reduce<readonly number[]>(tap, [])).toEqual([6, 6, 0]);
  });

  it('takes no fifth picture', () => {
    expect(tap([1, 2, 3, 4], 5)).toEqual([1, 2, 3, 4]);
  });
});

describe('takeBack', () => {
  it('takes the last one back, and nothing from nothing', () => {
    expect(takeBack([1, 2])).toEqual([1]);
    expect(takeBack([])).toEqual([]);
  });
});

describe('slotsOf', () => {
  it('shows the latest picture alone', () => {
    expect(slotsOf([3, 6])).toEqual([
      { kind: 'hidden' },
      { kind: 'shown', picture: 6 },
      { kind: 'next' },
      { kind: 'empty' },
    ]);
  });

  it('asks for the first one at the start', () => {
    expect(slotsOf([]).map(({ kind }) => kind)).toEqual(['next', 'empty', 'empty', 'empty']);
  });
});
