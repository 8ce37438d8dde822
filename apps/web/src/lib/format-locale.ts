import { currentLocale } from '../i18n/language.ts';
import { locales } from '../i18n/locales.ts';

/** The reader's language as `Intl` needs it. */
export function formatLocale(): string {
  return locales[currentLocale()].intl;
}
