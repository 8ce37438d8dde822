import { expect, it } from 'vitest';

import { initialsOf } from './initials-of.ts';

it('takes the first and the last word, whatever the script', () => {
  expect(initialsOf('Ms Reed')).toBe('MR');
  expect(initialsOf('  oliver  james hill ')).toBe('OH');
  expect(initialsOf('Zainab')).toBe('Z');
  expect(initialsOf('مريم علي')).toBe('مع');
  expect(initialsOf('')).toBe('');
});
