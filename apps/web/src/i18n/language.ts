import type { ClassAges } from '@bridgeboard/protocol';
import { i18n, setupI18n } from '@lingui/core';
import type { I18n } from '@lingui/core';

import { chooseLocale, isLocale, localeCookie, locales } from './locales.ts';
import type { Locale } from './locales.ts';

const oneYearSeconds = 31_536_000;

const catalogues: Readonly<Record<Locale, () => Promise<{ messages: Record<string, string> }>>> = {
  en: () => import('virtual:messages/en'),
  fr: () => import('virtual:messages/fr'),
  ar: () => import('virtual:messages/ar'),
};

/** Short words in place of the longer messages, for readers of five to seven. */
const youngWords: Readonly<Record<Locale, () => Promise<{ messages: Record<string, string> }>>> = {
  en: () => import('virtual:messages/young/en'),
  fr: () => import('virtual:messages/young/fr'),
  ar: () => import('virtual:messages/young/ar'),
};

let isReaderYoung = false;

function chosenBefore(): string | undefined {
  const pairs = document.cookie.split('; ').map((pair) => pair.split('='));
  return pairs.find(([name]) => name === localeCookie)?.[1];
}

async function speak(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  const young = isReaderYoung ? (await youngWords[locale]()).messages : {};
  i18n.loadAndActivate({ locale, messages: { ...messages, ...young } });
  document.documentElement.lang = locale;
  document.documentElement.dir = locales[locale].dir;
}

/**
 * Loads the reader's language: the one chosen before, else the first of the browser's that we speak.
 * Await it before the first render, so that no page is painted in one direction and then turned round.
 */
export async function startLanguage(): Promise<void> {
  await speak(chooseLocale([chosenBefore(), ...navigator.languages]));
}

/** Changes the language at once, without a reload, and keeps the choice for the server's pages too. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${localeCookie}=${locale}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`;
  await speak(locale);
}

/** Says everything so that readers of this age can read it (AG2); nothing happens where it is said so already. */
export async function speakTo(ages: ClassAges | null): Promise<void> {
  const isYoung = ages === '5-7';
  if (isYoung === isReaderYoung) return;
  isReaderYoung = isYoung;
  await speak(currentLocale());
}

/** A voice beside the page's own, for a part of it that is shown in another language. */
export async function speakerOf(locale: Locale): Promise<I18n> {
  const { messages } = await catalogues[locale]();
  return setupI18n({ locale, messages: { [locale]: messages } });
}

/** The language on the page now. */
export function currentLocale(): Locale {
  return isLocale(i18n.locale) ? i18n.locale : chooseLocale([]);
}
