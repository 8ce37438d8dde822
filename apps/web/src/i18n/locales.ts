/**
 * The languages of the interface: what people read in the picker, which way their script runs, and what `Intl` calls
 * them: English here is British, and Arabic keeps the digits of the codes on the wall.
 */
export const locales = {
  en: { name: 'English', dir: 'ltr', intl: 'en-GB' },
  fr: { name: 'Français', dir: 'ltr', intl: 'fr' },
  ar: { name: 'العربية', dir: 'rtl', intl: 'ar-u-nu-latn' },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl'; intl: string }>;

export type Locale = keyof typeof locales;

/** In the order of the picker. */
export const localeCodes: readonly Locale[] = ['en', 'fr', 'ar'];

const defaultLocale: Locale = 'en';

/** The cookie both ends read: one of `localeCodes`, readable by scripts, no secret. */
export const localeCookie = 'bb_lang';

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(locales, value);
}

/**
 * The first language of the wish list that we speak; `fr-CA` counts as `fr`.
 * `wishes` comes from a browser or a header and is not trusted to be well formed.
 */
export function chooseLocale(wishes: readonly (string | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.trim().toLowerCase().split('-')[0];
    if (isLocale(language)) return language;
  }
  return defaultLocale;
}
