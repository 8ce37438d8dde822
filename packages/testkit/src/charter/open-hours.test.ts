import { closedBy, dayAround, minuteOfDay, openSpans, whatHolds, type ZonedHours } from '@bridgeboard/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomPolicies, zones } from './random-policies.ts';

const minuteMs = 60_000;
const riverside: ZonedHours = { school: 'riverside', timeZone: 'Europe/London', from: 480, to: 1_080 };
const alNoor: ZonedHours = { school: 'al-noor', timeZone: 'Africa/Lagos', from: 420, to: 1_020 };

/** Open spans of a zone's day as "08:00–16:00" by the clock of some zone. */
function spansOn(date: string, [day, shown]: readonly [string, string]): string[] {
  const spans = openSpans([riverside, alNoor], dayAround(day, Date.parse(`${date}T12:00:00Z`)));
  const clock = (at: number): string => {
    const minute = minuteOfDay(shown, at);
    return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  };
  return spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`);
}

it('[CH2] hours of two schools overlap, each told by its own clock: in winter an hour lies between Leeds and Kano', () => {
  expect(spansOn('2026-11-30', ['Europe/London', 'Europe/London'])).toEqual(['08:00–16:00']);
  expect(spansOn('2026-11-30', ['Europe/London', 'Africa/Lagos'])).toEqual(['09:00–17:00']);
});

it('[CH2] in summer both clocks say the same, and the same rules leave an hour more', () => {
  expect(spansOn('2026-07-01', ['Europe/London', 'Europe/London'])).toEqual(['08:00–17:00']);
  expect(spansOn('2026-07-01', ['Africa/Lagos', 'Africa/Lagos'])).toEqual(['08:00–17:00']);
});

it.each([
  ['Europe/London', '2026-03-29', 23],
  ['Europe/London', '2026-10-25', 25],
  ['Europe/London', '2026-10-26', 24],
  ['Africa/Cairo', '2026-04-24', 23],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Pacific/Kiritimati', '2026-04-05', 24],
])('[CH2] the day in %s around %s has its own number of hours', (zone, date, hours) => {
  const noon = Date.parse(`${date}T12:00:00Z`) + (minuteOfDay(zone, Date.parse(`${date}T12:00:00Z`)) > 1_380 ? -1 : 0);
  const at = zone === 'Pacific/Kiritimati' ? noon - 14 * 3_600_000 : noon;
  const { from, to } = dayAround(zone, at);
  expect((to - from) / 3_600_000).toBe(hours);
});

it('[CH2] a span is open to the minute, around every clock change too, as asking each minute of the day says', () => {
  const changes = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-09-27', '2026-04-24', '2026-10-30', '2026-06-15'];
  const days = fc.constantFrom(...changes).map((date) => Date.parse(`${date}T09:00:00Z`));
  fc.assert(
    fc.property(randomPolicies, fc.constantFrom(...zones), days, (all, zone, day) => {
      const { hours } = whatHolds(all);
      const stretch = dayAround(zone, day);
      const spans = openSpans(hours, stretch);
      for (let at = stretch.from; at < stretch.to; at += 7 * minuteMs) {
        const isOpen = spans.some(({ from, to }) => at >= from && at < to);
        expect(isOpen).toBe(closedBy(hours, at).length === 0);
      }
      for (const { from, to } of spans) {
        expect(closedBy(hours, to - minuteMs)).toEqual([]);
        const isBefore = from > stretch.from && closedBy(hours, from - minuteMs).length === 0;
        expect(isBefore).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});
