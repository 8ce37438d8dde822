import { formatClock, formatDay } from '../i18n/format-time.ts';
import type { Translate } from '../i18n/translate.ts';
import { formatLocale } from './format-locale.ts';

/** "Monday 30 November, 10:00" by the clock of the school. */
export function whenOf(at: number, timeZone: string, t: Translate): string {
  const locale = formatLocale();
  const date = new Date(at);
  return t('concern.whenClock', {
    day: formatDay(date, timeZone, locale),
    clock: formatClock(date, timeZone, locale),
  });
}
