import type { Author, BoardMode, SchoolBrief } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { noticesOf, restOf, stoppedByOthers } from './notices.ts';
import type { NoticeFacts } from './notices.ts';

const school = (id: string, shortName: string): SchoolBrief => ({
  id,
  name: shortName,
  shortName,
  place: shortName,
  country: 'GB',
  timeZone: 'Europe/London',
  mark: 'a',
});
const schools = [school('school-leeds', 'Riverside'), school('school-kano', 'Al-Noor')];
const rule = (id: string, mode: BoardMode = 'held', frozen = false) => ({
  school: id,
  mode,
  frozen,
  needsTeacher: false,
  looksFirst: false,
  hours: null,
  opensAt: null as number | null,
  closedBy: [] as string[],
});
const someone = (role: Author['role']): Author => ({ key: '0.1', label: 'Oliver', school: 'school-leeds', role });
const facts = (more: Partial<NoticeFacts>): NoticeFacts => ({
  you: someone('pupil'),
  schools,
  rules: {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: [],
    guests: [],
    schools: [rule('school-leeds'), rule('school-kano')],
  },
  standing: { frozen: false, level: 'own' },
  status: { closed: null, obstacle: null },
  skipped: 0,
  ...more,
});
const said = (more: Partial<NoticeFacts>): unknown[] =>
  noticesOf(facts(more)).map(({ message, values }) => [message, ...Object.values(values)]);

const restBy = (given: NoticeFacts, page: string | null = null): string | null =>
  restOf({ ...given, page })?.message ?? null;

test('where everything waits for a teacher there is nothing to say', () => {
  expect(said({})).toEqual([]);
  expect(said({ rules: null, standing: null })).toEqual([]);
});

test('[BR3] that work is seen before a teacher looked at it is said to everybody on the board, whosever work it is', () => {
  for (const you of [someone('staff'), someone('pupil'), { ...someone('pupil'), school: 'school-kano' }]) {
    const mixed = {
      stoppedBy: [],
      cursorsOff: false,
      staffPages: [],
      guests: [],
      schools: [rule('school-leeds', 'open'), rule('school-kano')],
    };
    expect(said({ you, rules: mixed })).toEqual([['board.mode.open', 'Riverside']]);
    const both = {
      stoppedBy: [],
      cursorsOff: false,
      staffPages: [],
      guests: [],
      schools: [rule('school-leeds', 'own-school'), rule('school-kano', 'open')],
    };
    expect(said({ you, rules: both })).toEqual([
      ['board.mode.ownSchool', 'Riverside'],
      ['board.mode.open', 'Al-Noor'],
    ]);
    const alike = {
      stoppedBy: [],
      cursorsOff: false,
      staffPages: [],
      guests: [],
      schools: [rule('school-leeds', 'open'), rule('school-kano', 'open')],
    };
    expect(said({ you, rules: alike })).toEqual([['board.mode.openAll']]);
  }
});

test('[P31] that no pointers are shown is said to everybody', () => {
  const rules = {
    stoppedBy: [],
    cursorsOff: true,
    staffPages: [],
    guests: [],
    schools: [rule('school-leeds'), rule('school-kano')],
  };
  for (const you of [someone('staff'), someone('pupil')])
    expect(said({ you, rules })).toEqual([['board.pointers.off']]);
});

test('[BR3] a freeze is said to the pupils in place of their tools, and to everybody else in a line', () => {
  const rules = {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: [],
    guests: [],
    schools: [rule('school-leeds', 'held', true), rule('school-kano')],
  };
  expect(restBy(facts({ rules, standing: null }))).toBe('error.FROZEN');
  expect(restBy(facts({ rules, standing: { frozen: true, level: 'own' } }))).toBe('error.FROZEN');
  expect(said({ rules })).toEqual([]);
  for (const you of [someone('staff'), { ...someone('pupil'), school: 'school-kano' }]) {
    expect(said({ you, rules })).toEqual([['board.frozen.school', 'Riverside']]);
  }
  expect(restBy(facts({ you: someone('staff'), rules, standing: { frozen: false, level: 'all' } }))).toBeNull();
});

test('a pupil who alone is frozen, or may only look, reads so', () => {
  expect(restBy(facts({ standing: { frozen: true, level: 'own' } }))).toBe('error.FROZEN');
  expect(restBy(facts({ standing: { frozen: false, level: 'view' } }))).toBe('board.lookOnly');
  expect(restBy(facts({ standing: { frozen: false, level: 'all' } }))).toBeNull();
});

test('why work waits, why one is not let on, and what cannot be shown, is said in words', () => {
  expect(said({ status: { closed: 'WAIT_FOR_TEACHER', obstacle: null } })).toEqual([['board.waitForTeacher']]);
  expect(said({ status: { closed: 'FROZEN', obstacle: null } })).toEqual([['error.FROZEN']]);
  const frozen = { frozen: true, level: 'own' } as const;
  expect(said({ status: { closed: 'FROZEN', obstacle: null }, standing: frozen })).toEqual([]);
  expect(said({ status: { closed: null, obstacle: 'BOARD_FULL' } })).toEqual([['error.BOARD_FULL']]);
  expect(said({ skipped: 2 })).toEqual([['board.skipped', 2]]);
});

test("[BP3] outside a school's hours its pupils read when it opens in place of the tools, everybody else in a line", () => {
  const opensAt = Date.parse('2026-12-02T08:00:00Z');
  const closed = { ...rule('school-leeds'), opensAt };
  const rules = {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: [],
    guests: [],
    schools: [closed, rule('school-kano')],
  };
  expect(restOf({ ...facts({ rules }), page: null })).toEqual({
    message: 'board.hours.own',
    values: { day: 'Wednesday 2 December', clock: '08:00' },
  });
  expect(said({ rules })).toEqual([]);
  const line = [['board.hours.school', 'Riverside', 'Wednesday 2 December', '08:00']];
  expect(said({ rules, you: someone('staff') })).toEqual(line);
  expect(said({ rules, you: { ...someone('pupil'), school: 'school-kano' } })).toEqual(line);
  expect(restBy(facts({ rules, you: someone('staff') }))).toBeNull();
});

test("[CH9, CH10] outside the charter's hours everybody reads whose rule that is, by the own clock", () => {
  const opensAt = Date.parse('2026-12-02T08:00:00Z');
  const closed = (school: string) => ({ ...rule(school), opensAt, closedBy: ['school-kano'] });
  const rules = {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: [],
    guests: [],
    schools: [closed('school-leeds'), closed('school-kano')],
  };
  const { message, values } = restOf({ ...facts({ rules }), page: null }) ?? {};
  expect([message, values?.['clock'], String(values?.['schools'])]).toEqual([
    'board.hours.charter',
    '08:00',
    expect.stringContaining('Al-Noor'),
  ]);
  expect(said({ rules })).toEqual([]);
  expect(said({ rules, you: someone('staff') })).toHaveLength(1);
});

test('[BP5] on a page for staff a pupil reads that in place of the tools, and on no other page', () => {
  const rules = {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: ['page:one'],
    guests: [],
    schools: [rule('school-leeds')],
  };
  expect(restBy(facts({ rules }), 'page:one')).toBe('board.staffPage');
  expect(restBy(facts({ rules }), 'page:two')).toBeNull();
  expect(restBy(facts({ rules, you: someone('staff') }), 'page:one')).toBeNull();
});

test('[BP6] a guest who looks on is named to everybody', () => {
  const rules = {
    stoppedBy: [],
    cursorsOff: false,
    staffPages: [],
    guests: ['Dr Cole'],
    schools: [rule('school-leeds')],
  };
  for (const you of [someone('staff'), someone('pupil')])
    expect(said({ you, rules })).toEqual([['board.guests', '\u2068Dr Cole\u2069', 1]]);
});

test('[P39] that everything is stopped is said to the staff who did it in a line, and to pupils in place of their tools', () => {
  const rules = {
    stoppedBy: ['school-leeds'],
    cursorsOff: false,
    staffPages: [],
    guests: [],
    schools: [rule('school-leeds', 'held', true), rule('school-kano', 'held', true)],
  };
  expect(said({ rules, you: someone('staff') })).toEqual([['board.stop.own', '\u2068Al-Noor\u2069', 1]]);
  expect(restBy(facts({ rules, standing: { frozen: true, level: 'own' } }))).toBe('board.stop.rest');
  expect(said({ rules })).toEqual([]);
  // Who sees nothing of the board reads it in place of the board.
  const theirs = { ...someone('staff'), school: 'school-kano' };
  expect(said({ rules, you: theirs })).toEqual([]);
  expect(stoppedByOthers(rules, 'school-kano')).toEqual(['school-leeds']);
  expect(stoppedByOthers(rules, 'school-leeds')).toEqual([]);
  expect(stoppedByOthers(null, 'school-leeds')).toEqual([]);
});
