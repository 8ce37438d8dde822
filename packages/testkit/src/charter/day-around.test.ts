import { dayAround } from '@bridgeboard/domain';
import { describe, expect, it } from 'vitest';

describe('the start of a school’s day', () => {
  it.each([
    ['2026-11-22T10:30:15.250Z', 'Europe/London', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T10:30:15.250Z', 'Africa/Lagos', '2026-11-21T23:00:00.000Z'],
    ['2026-11-21T23:30:00.000Z', 'Africa/Lagos', '2026-11-21T23:00:00.000Z'],
    ['2026-11-22T10:30:00.000Z', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z'],
    // The day the clocks go forward in Leeds, before and after two in the night.
    ['2026-03-29T00:30:00.000Z', 'Europe/London', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29T12:00:00.000Z', 'Europe/London', '2026-03-29T00:00:00.000Z'],
    // And the day they go back.
    ['2026-10-25T12:00:00.000Z', 'Europe/London', '2026-10-24T23:00:00.000Z'],
  ])('%s in %s', (now, zone, start) => {
    expect(new Date(dayAround(zone, Date.parse(now)).from).toISOString()).toBe(start);
  });
});
