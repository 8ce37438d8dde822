import { expect, test } from 'vitest';

import { checkNickname, sameNickname, tidyNickname } from './check-nickname.ts';

test.each([
  'Amelia',
  'Amelia R.',
  'Amelia R',
  'Zsófia Zs.',
  'Anne-Marie D.',
  'Anna Maria K.',
  'D’Arcy L.',
  'Ọlá B.',
  'أمينة ك.',
  'मीरा श.',
  '李明',
  'Þór Á.',
])('[PU1] takes a first name with an initial: %s', (name) => {
  expect(checkNickname(tidyNickname(name))).toBeNull();
});

test.each([
  ['', 'NAME_EMPTY'],
  [' \u200b \u2060', 'NAME_EMPTY'],
  ['Amelia Roberts', 'NAME_SURNAME'],
  ['Anna Maria Luisa K.', 'NAME_SURNAME'],
  ['Al Li', 'NAME_SURNAME'],
  ['A. Roberts', 'NAME_SURNAME'],
  ['amelia@school.example', 'NAME_CONTACT'],
  ['Amelia @ami', 'NAME_CONTACT'],
  ['＠ami', 'NAME_CONTACT'],
  ['Ami 0113 496', 'NAME_CONTACT'],
  ['0113-496', 'NAME_CONTACT'],
  ['٠١١٣٤٩٦', 'NAME_CONTACT'],
  ['www ami', 'NAME_CONTACT'],
  ['ami.example', 'NAME_CONTACT'],
  ['a\u200bmi@x', 'NAME_CONTACT'],
  ['ami at example dot org', 'NAME_CONTACT'],
  ['add me on snap', 'NAME_CONTACT'],
  ['LS1 4DY', 'NAME_CONTACT'],
  ['Amelia 2', 'NAME_SIGNS'],
  ['<b>', 'NAME_SIGNS'],
  ['...', 'NAME_SIGNS'],
  ['A'.repeat(31), 'TEXT_TOO_LONG'],
] as const)('[PU1] refuses %j as %s', (name, code) => {
  expect(checkNickname(tidyNickname(name))).toBe(code);
});

test('[PU1] keeps one way of writing a name', () => {
  expect(tidyNickname('  Zo\u0065\u0308 \t K.\u202e ')).toBe('Zoë K.');
});

test('[PU2] two names that read alike are one', () => {
  expect(sameNickname('amelia r', 'Amelia R.')).toBe(true);
  expect(sameNickname('Amelia R.', 'Amelia Ro.')).toBe(false);
});
