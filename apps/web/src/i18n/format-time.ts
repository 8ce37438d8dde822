import type { Translate } from './translate.ts';

/** A place people say the time of: its IANA zone and the name of its town. */
export type Place = { readonly zone: string; readonly town: string };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "10:00", on the 24-hour clock of the zone: schools' timetables have no a.m. */
export function formatClock(at: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** "Tuesday 17 November" as the zone's calendar has it. */
export function formatDay(at: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(at);
}

/** "17 November 2026" as the zone's calendar has it. */
export function formatDate(at: Date, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(at);
}

/** Two clocks are one fact: "10:00 here · 11:00 in Kano". Where both clocks agree, one is enough. */
export function formatTwoClocks(spec: { at: Date; here: Place; there: Place; locale: string; say: Translate }): string {
  const { at, here, there, locale, say } = spec;
  const hereClock = formatClock(at, here.zone, locale);
  const thereClock = formatClock(at, there.zone, locale);
  if (hereClock === thereClock) return say('time.oneClock', { clock: hereClock, town: there.town });
  return say('time.twoClocks', { here: hereClock, there: thereClock, town: there.town });
}

/** How long something waits: "12 min", "3 h", "2 days"; under a minute "just now". `ageMs` below zero counts as zero. */
export function formatAge(ageMs: number, say: Translate): string {
  if (ageMs < minuteMs) return say('time.justNow');
  if (ageMs < hourMs) return say('time.minutes', { count: Math.floor(ageMs / minuteMs) });
  if (ageMs < dayMs) return say('time.hours', { count: Math.floor(ageMs / hourMs) });
  return say('time.days', { count: Math.floor(ageMs / dayMs) });
}
