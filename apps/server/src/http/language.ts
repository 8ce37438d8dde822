import { chooseLocale, localeCookie } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import { readCookie } from './cookies.ts';

interface Wishes {
  readonly cookie?: string | undefined;
  readonly 'accept-language'?: string | undefined;
}

/** Languages of an `Accept-Language` header, most wanted first. */
function acceptedLanguages(header: string): string[] {
  const weighted = header
    .slice(0, 200)
    .split(',')
    .map((part, place) => {
      const [language = '', ...parameters] = part.split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language, quality: quality === undefined ? 1 : Number(quality), place };
    });
  return weighted
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality || one.place - other.place)
    .map(({ language }) => language);
}

/** The reader's language: `asked` for in the address, chosen before, or the first of the browser's that we speak. */
export function languageOf(headers: Wishes, asked?: unknown): Locale {
  const inAddress = typeof asked === 'string' ? asked : undefined;
  const chosen = readCookie(headers.cookie, localeCookie);
  return chooseLocale([inAddress, chosen, ...acceptedLanguages(headers['accept-language'] ?? '')]);
}
