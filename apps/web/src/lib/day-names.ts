import { formatLocale } from './format-locale.ts';

/** "Mon" for 1 to "Sun" for 7, in the reader's language. */
export function dayName(day: number, length: 'short' | 'long' = 'short'): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(formatLocale(), { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

/** "Mon–Fri", or "Mon, Tue, Sun" where they do not follow one another. */
export function dayNames(days: readonly number[]): string {
  const sorted = [...new Set(days)].toSorted((a, b) => a - b);
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? first;
  const isRow = sorted.length > 2 && last - first === sorted.length - 1;
  return isRow ? `${dayName(first)}–${dayName(last)}` : sorted.map((day) => dayName(day)).join(', ');
}
