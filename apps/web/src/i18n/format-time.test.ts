import { expect, it } from 'vitest';

import { formatAge, formatClock, formatDay, formatTwoClocks } from './format-time.ts';
import type { Translate } from './translate.ts';

const say: Translate = (id, values) => `${id} ${Object.values(values ?? {}).join(' ')}`.trim();
const lesson = new Date('2026-11-17T10:00:00Z');
const leeds = { zone: 'Europe/London', town: 'Leeds' };
const kano = { zone: 'Africa/Lagos', town: 'Kano' };

it('gives both clocks of a lesson, each by its own zone', () => {
  expect(formatTwoClocks({ at: lesson, here: leeds, there: kano, locale: 'en', say })).toBe(
    'time.twoClocks 10:00 11:00 Kano',
  );
});

it('gives one clock where both are the same, as in summer', () => {
  const summer = new Date('2026-06-17T09:00:00Z');
  expect(formatTwoClocks({ at: summer, here: leeds, there: kano, locale: 'en', say })).toBe('time.oneClock 10:00 Kano');
});

it('knows that midnight is 00:00 and that the day depends on the zone', () => {
  const late = new Date('2026-11-17T23:30:00Z');
  expect(formatClock(late, 'Africa/Lagos', 'en-GB')).toBe('00:30');
  expect(formatDay(late, 'Africa/Lagos', 'en-GB')).toBe('Wednesday 18 November');
  expect(formatDay(late, 'Europe/London', 'en-GB')).toBe('Tuesday 17 November');
});

it('rounds a wait down to the largest unit', () => {
  expect(formatAge(-5, say)).toBe('time.justNow');
  expect(formatAge(59_999, say)).toBe('time.justNow');
  expect(formatAge(12.9 * 60_000, say)).toBe('time.minutes 12');
  expect(formatAge(3 * 3_600_000, say)).toBe('time.hours 3');
  expect(formatAge(49 * 3_600_000, say)).toBe('time.days 2');
});
