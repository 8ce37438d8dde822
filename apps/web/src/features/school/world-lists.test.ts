import { expect, it } from 'vitest';

import { countries, languages, timeZones } from './world-lists.ts';

it('lists countries of today by name, and neither unions nor what is no more', () => {
  const list = countries('en');
  expect(list.length).toBeGreaterThan(230);
  expect(list).toContainEqual({ value: 'NG', label: 'Nigeria' });
  for (const code of ['EU', 'UN', 'ZZ', 'SU', 'DD', 'UK']) expect(list.map(({ value }) => value)).not.toContain(code);
  expect(countries('fr')).toContainEqual({ value: 'GB', label: 'Royaume-Uni' });
});

it('lists languages by name, each once', () => {
  const codes = languages('en').map(({ value }) => value);
  expect(codes).toEqual(expect.arrayContaining(['en', 'fr', 'ar', 'ha', 'cy', 'ur']));
  expect(new Set(codes).size).toBe(codes.length);
});

it('has the zone of a school among the zones, whatever this browser calls it', () => {
  const zones = timeZones('Asia/Calcutta').map(({ value }) => value);
  expect(zones).toEqual(expect.arrayContaining(['Asia/Calcutta', 'Europe/London', 'UTC']));
});
