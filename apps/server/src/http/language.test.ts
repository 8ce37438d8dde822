import { expect, it } from 'vitest';

import { languageOf } from './language.ts';

it.each([
  [{}, undefined, 'en'],
  [{ 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }, undefined, 'fr'],
  [{ 'accept-language': 'de, en;q=0.5, ar;q=0.7' }, undefined, 'ar'],
  [{ 'accept-language': 'fr;q=0, en' }, undefined, 'en'],
  [{ 'accept-language': 'fr', cookie: 'other=1; bb_lang=ar' }, undefined, 'ar'],
  [{ 'accept-language': 'fr', cookie: 'bb_lang=ar' }, 'en', 'en'],
  [{ 'accept-language': 'fr' }, ['ar', 'en'], 'fr'],
  [{ 'accept-language': ';;,q=,\u0000' }, '__proto__', 'en'],
])('%j with %j in the address reads %s', (headers, asked, language) => {
  expect(languageOf(headers, asked)).toBe(language);
});
