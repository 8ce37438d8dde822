import { expect, it } from 'vitest';

import { chooseLocale, isLocale, localeCodes, locales } from './locales.ts';

it('takes the first language of the wish list that we speak, whatever its region', () => {
  expect(chooseLocale(['ha', 'fr-CA', 'en'])).toBe('fr');
  expect(chooseLocale([undefined, ' AR '])).toBe('ar');
  expect(chooseLocale(['', 'xx', '*'])).toBe('en');
  expect(chooseLocale([])).toBe('en');
});

it('does not take names of object properties for languages', () => {
  expect(isLocale('constructor')).toBe(false);
  expect(chooseLocale(['__proto__', 'toString'])).toBe('en');
});

it('offers every language in the picker', () => {
  expect([...localeCodes].toSorted()).toEqual(Object.keys(locales).toSorted());
});
