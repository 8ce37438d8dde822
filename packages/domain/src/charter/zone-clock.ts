const minuteMs = 60_000;
const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, hourCycle: 'h23', ...numeric });
  formats.set(timeZone, format);
  return format;
}

/** What the clock on the wall shows at an instant, as ms since 1970 of a zone that has no offset; to the minute. */
function wallAt(timeZone: string, at: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
}

/** Minutes since the day began by the clock on the wall. */
export function minuteOfDay(timeZone: string, at: number): number {
  return (wallAt(timeZone, at) / minuteMs) % 1_440;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(timeZone: string, at: number): number {
  // 1 January 1970 was a Thursday.
  return ((Math.floor(wallAt(timeZone, at) / dayMs) + 3) % 7) + 1;
}

function offsetAt(timeZone: string, at: number): number {
  return wallAt(timeZone, at) - Math.floor(at / minuteMs) * minuteMs;
}

/** The first whole minute in (from, to] from which on something holds that does not hold before. */
function firstMinute(from: number, to: number, holds: (at: number) => boolean): number {
  let before = Math.floor(from / minuteMs);
  let after = Math.ceil(to / minuteMs);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle * minuteMs)) after = middle;
    else before = middle;
  }
  return after * minuteMs;
}

/** From when until when a zone's day lasts that an instant lies in: 23, 24 or 25 hours, mostly. */
export function dayAround(timeZone: string, at: number): { from: number; to: number } {
  const date = Math.floor(wallAt(timeZone, at) / dayMs) * dayMs;
  const beginning = (day: number): number => {
    // Offsets are between −12 and +14 hours.
    const range = { from: day - 16 * 3_600_000, to: day + 14 * 3_600_000 };
    return firstMinute(range.from, range.to, (instant) => wallAt(timeZone, instant) >= day);
  };
  return { from: beginning(date), to: beginning(date + dayMs) };
}

/**
 * Every instant of a stretch of at most two days at which a zone's wall clock may come to one of these minutes of the day, and
 * the one at which the clock is put forward or back.
 */
export function turnsBetween(
  timeZone: string,
  { from, to }: { from: number; to: number },
  minutes: readonly number[],
): number[] {
  const offsets = [offsetAt(timeZone, from), offsetAt(timeZone, to)] as const;
  const turns: number[] = [];
  if (offsets[0] !== offsets[1]) {
    turns.push(firstMinute(from, to, (instant) => offsetAt(timeZone, instant) !== offsets[0]));
  }
  const firstDay = Math.floor((from + Math.min(...offsets)) / dayMs) * dayMs;
  for (let day = firstDay; day <= to + Math.max(...offsets); day += dayMs) {
    for (const minute of minutes) {
      for (const offset of offsets) turns.push(day + minute * minuteMs - offset);
    }
  }
  return turns.filter((turn) => turn > from && turn < to);
}
