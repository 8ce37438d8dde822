/** Where and in which language a moment is told. */
type Telling = { readonly now: number; readonly zone: string; readonly locale: string };

/** The calendar day of a moment in a zone, as YYYY-MM-DD. */
function dayIn(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(
    at,
  );
}

/** When a board last changed, as short as a card needs it: "10:14" today, "yesterday", "11 Nov", "11 Nov 2025". */
export function formatChanged(at: number, { now, zone, locale }: Telling): string {
  const day = dayIn(at, zone);
  const today = dayIn(now, zone);
  const daysAgo = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (daysAgo === 0) {
    return new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }).format(at);
  }
  if (daysAgo === 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-1, 'day');
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, timeZone: zone }).format(at);
}

/** The hour of the day, 0 to 23, as a school's clock shows it. */
export function hourIn(at: number, zone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at));
}
