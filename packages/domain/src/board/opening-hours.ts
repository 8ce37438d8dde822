import type { OpeningHours } from '@bridgeboard/protocol';

const minuteMs = 60_000;
/** Every zone's clocks differ by whole quarters of an hour, and nothing is open for less than one. */
const quarter = 15;
/** A day more than a week: the same opening a week on, where clocks are set. */
const quartersAhead = 8 * 24 * 4;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const clocks = new Map<string, Intl.DateTimeFormat>();

interface When {
  readonly timeZone: string;
  readonly now: number;
}

/**
 * When hours next open by the clocks of a zone (IANA name), ms since 1970, or null where they are open at that moment. Days on which
 * clocks are set forward or back are as long as they are there.
 */
export function nextOpening(hours: OpeningHours, { timeZone, now }: When): number | null {
  const minute = Math.floor(now / minuteMs);
  if (isOpen(hours, timeZone, minute)) return null;
  const first = Math.floor(minute / quarter + 1) * quarter;
  for (let at = first; at < first + quartersAhead * quarter; at += quarter) {
    if (!isOpen(hours, timeZone, at)) continue;
    let opens = at;
    while (opens - 1 > minute && isOpen(hours, timeZone, opens - 1)) opens -= 1;
    return opens * minuteMs;
  }
  return now + quartersAhead * quarter * minuteMs;
}

function isOpen({ days: open, from, to }: OpeningHours, timeZone: string, minute: number): boolean {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(minute * minuteMs)
      .map(({ type, value }) => [type, value]),
  );
  const local = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  return open.includes(days.indexOf(parts.get('weekday') ?? '') + 1) && local >= from && local < to;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}
