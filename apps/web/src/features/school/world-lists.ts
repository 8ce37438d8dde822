import type { Choice } from '../../ui/choice-field.tsx';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Codes that browsers know a name for and that are no country: unions, test codes, and parts of other countries. */
const noCountries: ReadonlySet<string> = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

function everyPair(): string[] {
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function byLabel(locale: string, choices: readonly Choice[]): Choice[] {
  const { compare } = new Intl.Collator(locale);
  return choices.toSorted((one, other) => compare(one.label, other.label));
}

/** The names that the browser has for codes; an old code that has become another one is left out. */
function named(type: 'region' | 'language', codes: readonly string[], locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'none' });
  const isOfNow = (code: string): boolean => {
    const tag = type === 'region' ? `und-${code}` : code;
    return Intl.getCanonicalLocales(tag)[0] === tag;
  };
  return codes.filter(isOfNow).flatMap((value) => {
    const label = names.of(value);
    return label === undefined ? [] : [{ value, label }];
  });
}

/** Every country by its name in this language. */
export function countries(locale: string): Choice[] {
  const codes = everyPair().filter((code) => !noCountries.has(code));
  return byLabel(locale, named('region', codes, locale));
}

/** Every language of two letters by its name in this language. */
export function languages(locale: string): Choice[] {
  const codes = everyPair().map((code) => code.toLowerCase());
  return byLabel(locale, named('language', codes, locale));
}

/** The name of one language; its code where the browser has none. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** Every time zone; `own` is among them also where this browser calls it by another name. */
export function timeZones(own: string): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), own, 'UTC']);
  return [...zones].toSorted().map((value) => ({ value, label: zoneName(value) }));
}

/** "Africa/Dar es Salaam" for people. */
export function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** The zone of this device, as the first guess. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
