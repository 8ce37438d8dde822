import type { OpeningHours } from '@bridgeboard/protocol';
import { minuteOfDay, weekday } from '../charter/zone-clock.ts';

const minuteMs = 60_000;
/** Every zone's clocks differ by whole quarters of an hour, and nothing is open for less than one. */
const quarter = 15;
/** A day more than a week: the same opening a week on, where clocks are set. */
const quartersAhead = 8 * 24 * 4;

interface When {
  readonly timeZone: string;
  readonly now: number;
}

/** Hours by the clocks of a zone (IANA name). */
export interface PlacedHours {
  readonly hours: OpeningHours;
  readonly timeZone: string;
}

/**
 * When hours next open by the clocks of a zone, ms since 1970, or null where they are open at that moment. Days on which clocks are
 * set forward or back are as long as they are there.
 */
export function nextOpening(hours: OpeningHours, { timeZone, now }: When): number | null {
  return nextCommonOpening([{ hours, timeZone }], now);
}

/** When it is next open by all of these hours together; more than a week away where they never meet. */
export function nextCommonOpening(all: readonly PlacedHours[], now: number): number | null {
  const areOpen = (at: number): boolean => all.every(({ hours, timeZone }) => isOpen(hours, timeZone, at));
  const minute = Math.floor(now / minuteMs);
  if (areOpen(minute)) return null;
  const first = Math.floor(minute / quarter + 1) * quarter;
  for (let at = first; at < first + quartersAhead * quarter; at += quarter) {
    if (!areOpen(at)) continue;
    let opens = at;
    while (opens - 1 > minute && areOpen(opens - 1)) opens -= 1;
    return opens * minuteMs;
  }
  return now + quartersAhead * quarter * minuteMs;
}

function isOpen({ days, from, to }: OpeningHours, timeZone: string, minute: number): boolean {
  const at = minute * minuteMs;
  const local = minuteOfDay(timeZone, at);
  return days.includes(weekday(timeZone, at)) && local >= from && local < to;
}
