import type { Request, Response } from 'express';

import { isLocale, localeCookie } from '../../../web/src/i18n/locales.ts';
import type { Locale } from '../../../web/src/i18n/locales.ts';
import { readCookie } from './cookies.ts';
import { languageOf } from './language.ts';

/** How somebody wants to read the pages that are made here. */
export interface Reader {
  readonly locale: Locale;
  /** The light they chose; without a choice the device decides. */
  readonly theme?: 'light' | 'dark';
}

const themeCookie = 'bb_theme';
const oneYearSeconds = 31_536_000;

/** Language and light of whoever asks; a language in the address (`?lang=fr`) is kept for the next pages too. */
export function readerOf(request: Request, response: Response): Reader {
  const asked = request.query['lang'];
  if (isLocale(asked)) {
    const secure = request.secure ? '; Secure' : '';
    response.append('Set-Cookie', `${localeCookie}=${asked}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`);
  }
  const locale = languageOf(request.headers, asked);
  const theme = readCookie(request.headers.cookie, themeCookie);
  return theme === 'light' || theme === 'dark' ? { locale, theme } : { locale };
}
