import type { Author, SchoolBrief } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { onlyTeacher, shortOf, slotOf } from './people-words.ts';

const kano = {
  id: 'school-kano-1',
  name: 'Al-Noor',
  shortName: 'Al-Noor',
  place: 'Kano',
  country: 'NG',
  timeZone: 'Africa/Lagos',
  mark: 'b',
} satisfies SchoolBrief;
const author = (label: string, role: Author['role']): Author => ({ key: label, label, role, school: kano.id });

test('[P31] a partner’s pupil is shown by number, everybody else by initials', () => {
  expect(shortOf(author('Kano 7', 'pupil'), [kano])).toBe('7');
  expect(shortOf(author('Mr Bello', 'staff'), [kano])).toBe('MB');
  expect(shortOf(author('Kano Musa', 'pupil'), [kano])).toBe('KM');
});

test('a school has its own colour and pattern, and an unknown one still has some', () => {
  expect(slotOf(author('Mr Bello', 'staff'), [kano])).toBe('b');
  expect(slotOf(undefined, [kano])).toBe('a');
});

test('work waits for a teacher by name only where there is one teacher it can wait for', () => {
  const one = new Map([
    ['1', author('Mr Bello', 'staff')],
    ['2', author('Musa', 'pupil')],
  ]);
  expect(onlyTeacher(one, kano.id)).toBe('Mr Bello');
  expect(onlyTeacher(new Map([...one, ['3', author('Ms Sani', 'staff')]]), kano.id)).toBeNull();
  expect(onlyTeacher(one, 'another-school')).toBeNull();
});
