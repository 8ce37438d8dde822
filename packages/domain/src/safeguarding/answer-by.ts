import type { DeskHours } from '@bridgeboard/protocol';
import { dayAround, minuteOfDay, turnsBetween, weekday } from '../charter/zone-clock.ts';

const minuteMs = 60_000;
/** The longest answer there may be, with half an hour a week. */
const mostDays = 600;

/**
 * Until when a report that came in at `at` is answered: so many working minutes later, by the clock on the school's own wall. Where the
 * clock is put forward or back, what counts is how long somebody is there.
 */
export function answerBy(desk: Omit<DeskHours, 'waitMinutes'>, timeZone: string, at: number): number {
  let left = desk.answerMinutes * minuteMs;
  let day = dayAround(timeZone, at);
  for (let days = 0; days < mostDays; days += 1) {
    for (const { from, to } of workingSpans(desk, timeZone, day)) {
      const begin = Math.max(from, at);
      if (to <= begin) continue;
      if (to - begin >= left) return begin + left;
      left -= to - begin;
    }
    day = dayAround(timeZone, day.to);
  }
  return day.to;
}

/** When somebody is at the desk on a day. */
function workingSpans(desk: Omit<DeskHours, 'waitMinutes'>, timeZone: string, day: { from: number; to: number }) {
  if (!desk.days.includes(weekday(timeZone, day.from))) return [];
  const edges = [day.from, ...turnsBetween(timeZone, day, [desk.from, desk.to]), day.to].toSorted((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, index) => {
    const minute = minuteOfDay(timeZone, from);
    return minute >= desk.from && minute < desk.to ? [{ from, to: edges[index + 1] ?? day.to }] : [];
  });
}
