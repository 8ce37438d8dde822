import { describe, expect, it } from 'vitest';

import { formatChanged, hourIn } from './format-changed.ts';

const telling = { now: Date.UTC(2026, 10, 17, 9, 41), zone: 'Europe/London', locale: 'en-GB' };

describe('formatChanged', () => {
  it('says the clock time for a change of today', () => {
    expect(formatChanged(Date.UTC(2026, 10, 17, 8, 5), telling)).toBe('08:05');
  });

  it('says yesterday by the calendar of the school, not by hours passed', () => {
    expect(formatChanged(Date.UTC(2026, 10, 16, 23, 30), telling)).toBe('yesterday');
    expect(formatChanged(Date.UTC(2026, 10, 16, 23, 30), { ...telling, zone: 'Africa/Lagos' })).toBe('00:30');
  });

  it('names the year only where it is another one', () => {
    expect(formatChanged(Date.UTC(2026, 10, 11, 12), telling)).toBe('11 Nov');
    expect(formatChanged(Date.UTC(2025, 10, 11, 12), telling)).toBe('11 Nov 2025');
  });
});

describe('hourIn', () => {
  it('counts from 0 at midnight of the zone', () => {
    expect(hourIn(Date.UTC(2026, 10, 16, 23, 30), 'Africa/Lagos')).toBe(0);
    expect(hourIn(Date.UTC(2026, 10, 16, 23, 30), 'Europe/London')).toBe(23);
  });
});
