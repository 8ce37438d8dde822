import { answerBy, dayAround, minuteOfDay } from '@bridgeboard/domain';
import { usualDesk, type DeskHours } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const leeds: Omit<DeskHours, 'waitMinutes'> = { days: [1, 2, 3, 4, 5], from: 480, to: 1_020, answerMinutes: 140 };

/** What the wall shows at an instant: "Mon 10:00". */
function wall(timeZone: string, at: number): string {
  const parts = { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(at).replace(',', '');
}

/** Until when, by the clock of the zone, for a report at an instant. */
function by(desk: Omit<DeskHours, 'waitMinutes'>, timeZone: string, at: string): string {
  return wall(timeZone, answerBy(desk, timeZone, Date.parse(at)));
}

describe('until when a report is answered', () => {
  it('[SGD3] counts working time alone: what comes on Friday at 16:40 is answered on Monday', () => {
    expect(by(leeds, 'Europe/London', '2026-11-27T16:40:00Z')).toBe('Mon 10:00');
  });

  it.each([
    ['in the morning', '2026-11-30T09:00:00Z', 'Mon 11:20'],
    ['before anybody is there', '2026-11-30T05:00:00Z', 'Mon 10:20'],
    ['when the day is over', '2026-11-30T17:00:00Z', 'Tue 10:20'],
    ['on a Sunday', '2026-11-29T12:00:00Z', 'Mon 10:20'],
    ['with just enough of the day left', '2026-11-30T14:40:00Z', 'Mon 17:00'],
  ])('[SGD3] %s', (_when, at, expected) => {
    expect(by(leeds, 'Europe/London', at)).toBe(expected);
  });

  it('[SGD3] each school by its own clock and its own week', () => {
    const cairo: Omit<DeskHours, 'waitMinutes'> = { ...leeds, days: [7, 1, 2, 3, 4] };
    expect(by(cairo, 'Africa/Cairo', '2026-11-26T14:40:00Z')).toBe('Sun 10:00');
    expect(by(leeds, 'Africa/Lagos', '2026-11-27T16:40:00Z')).toBe('Mon 10:20');
  });

  it('[SGD3] an hour that the clock leaves out or says twice is no hour more or less of somebody’s presence', () => {
    // In Leeds the clock is put forward on Sunday 29 March at 01:00 and back on 25 October at 02:00.
    const night: Omit<DeskHours, 'waitMinutes'> = { days: [7], from: 0, to: 240, answerMinutes: 180 };
    expect(by(night, 'Europe/London', '2026-03-28T12:00:00Z')).toBe('Sun 04:00');
    expect(by(night, 'Europe/London', '2026-10-24T12:00:00Z')).toBe('Sun 02:00');
    expect(by(leeds, 'Europe/London', '2026-03-27T16:40:00Z')).toBe('Mon 10:00');
    expect(by(leeds, 'Europe/London', '2026-10-23T15:40:00Z')).toBe('Mon 10:00');
  });

  it('[SGD3] is never before the report, always while somebody is there, and never earlier for a later report', () => {
    const zones = ['Europe/London', 'Africa/Lagos', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'];
    const desks = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      from: fc.integer({ min: 0, max: 1_200 }),
      length: fc.integer({ min: 30, max: 240 }),
      answerMinutes: fc.integer({ min: 15, max: 600 }),
    });
    const year = { min: Date.parse('2026-01-01T00:00Z') / 60_000, max: Date.parse('2027-01-01T00:00Z') / 60_000 };
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        desks,
        fc.tuple(fc.integer(year), fc.nat({ max: 6_000 })),
        (zone, one, [at, more]) => {
          const desk = { days: one.days, from: one.from, to: one.from + one.length, answerMinutes: one.answerMinutes };
          const [first, second] = [at, at + more].map((minute) => answerBy(desk, zone, minute * 60_000));
          expect(first).toBeGreaterThan(at * 60_000);
          expect(second).toBeGreaterThanOrEqual(first ?? 0);
          // The last working minute is one at the desk, also where it ends with the day.
          const last = (first ?? 0) - 60_000;
          expect(minuteOfDay(zone, last)).toBeGreaterThanOrEqual(desk.from);
          expect(minuteOfDay(zone, last)).toBeLessThan(desk.to);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[SGD3] a school that has said nothing has working days and four hours', () => {
    expect(by(usualDesk, 'Europe/London', '2026-11-27T16:40:00Z')).toBe('Mon 12:00');
    expect(dayAround('Europe/London', 0).to).toBeGreaterThan(0);
  });
});
