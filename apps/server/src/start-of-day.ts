const dayMs = 86_400_000;

/** The wall clock of a zone at a moment, as if it were UTC. */
function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** When the day that holds this moment began in a zone, in ms since 1970. A clock change on that day is allowed for. */
export function startOfDay(now: number, timeZone: string): number {
  const midnight = Math.floor(wallClock(now, timeZone) / dayMs) * dayMs;
  // The zone's offset at midnight may differ from the one now: a second look with the first answer settles it.
  const guess = midnight - (wallClock(now, timeZone) - Math.floor(now / 1_000) * 1_000);
  return midnight - (wallClock(guess, timeZone) - guess);
}
