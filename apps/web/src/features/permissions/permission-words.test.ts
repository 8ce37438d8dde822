import type { BoardPeople, BoardSchool } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { clockOf, minutesOf } from '../../lib/clock-field.ts';
import { dayInWords, hoursInWords, sentencesOf } from './permission-words.ts';

const school = (shortName: string, more: Partial<BoardSchool> = {}): BoardSchool => ({
  school: { id: shortName, name: shortName, shortName, place: '', country: '', timeZone: 'UTC', mark: 'a' },
  isOwn: false,
  staff: [],
  pupils: 3,
  mode: 'held',
  level: 'own',
  needsTeacher: false,
  looksFirst: false,
  frozen: false,
  hours: null,
  opensAt: null,
  classes: [],
  ...more,
});
const board = (...schools: readonly BoardSchool[]): BoardPeople => ({
  title: 'Rain',
  schools: [...schools],
  left: [],
  cursorsOff: false,
  frozen: false,
  familiesSee: true,
  openAllowed: false,
  checkedBy: ['Riverside'],
  pages: [],
  counts: { held: 0, school: 0, board: 0 },
});
const say = (id: string, values: object = {}): string => [id, ...Object.values(values)].join(' ').replaceAll(/[⁨⁩]/g, '');

test('[BP4] the sentence on top says what the rows come to, school by school', () => {
  const schoolClass = (name: string, level: 'view' | 'own') => ({ id: name, name, size: 9, level, pupils: [] });
  const own = school('Riverside', {
    staff: ['Ms Reed'],
    classes: [schoolClass('5B', 'own'), schoolClass('5C', 'view')],
    hours: { days: [5, 1], from: 480, to: 930 },
  });
  expect(
    sentencesOf(
      board(own, school('Al-Noor', { mode: 'open', frozen: true })),
      {
        guests: [
          { name: 'Dr Cole', adds: false },
          { name: 'Ms Ode', adds: true },
        ],
        families: 14,
      },
      say,
    ),
  ).toEqual([
    'permissions.say.level.own 5B',
    'permissions.say.level.view 5C',
    'permissions.say.mode.held Riverside',
    'permissions.say.hours Riverside Mon and Fri 08:00–15:30',
    'permissions.say.level.own permissions.pupilsOf Al-Noor',
    'permissions.say.mode.open Al-Noor',
    'permissions.say.frozen Al-Noor',
    'permissions.say.approve Ms Reed 1',
    'permissions.say.families 14',
    'permissions.say.guests Dr Cole 1',
    'permissions.say.guestsAdd Ms Ode 1',
  ]);
});

test('[BP3] days and times of day are words and back', () => {
  expect([1, 7].map(dayInWords)).toEqual(['Mon', 'Sun']);
  expect(clockOf(485)).toBe('08:05');
  expect(minutesOf('08:05')).toBe(485);
  expect(minutesOf('8')).toBeNull();
  expect(hoursInWords({ days: [3], from: 0, to: 1440 }).replaceAll(/[⁨⁩]/g, '')).toBe('Wed 00:00–24:00');
});
