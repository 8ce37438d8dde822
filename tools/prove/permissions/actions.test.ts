import { can, type BoardStanding } from '@bridgeboard/domain';
import { actions, type Action, type Role, type StaffRole } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { readTable, type ActorName } from './read-table.ts';

const schools = ['own', 'partner'];

function pupil(school: string, isAdmitted: boolean, isMember = true) {
  return {
    actor: { role: 'pupil' as Role, school },
    board: { schools, isMember, isAdmitted, isArchived: false },
  };
}

function staff(school: string, roles: StaffRole[] = ['teacher', 'administrator'], lacksFactor = false) {
  return {
    actor: { role: 'staff' as Role, roles, school, lacksFactor },
    board: { schools, isMember: true, isAdmitted: false, isArchived: false },
  };
}

const people: Readonly<Record<ActorName, { actor: Parameters<typeof can>[0]; board: BoardStanding | null }>> = {
  nobody: { actor: null, board: null },
  ended: { actor: null, board: null },
  'own staff': staff('own'),
  'own teacher': staff('own', ['teacher']),
  'own lead': staff('own', ['lead']),
  'factor due': staff('own', ['teacher', 'administrator'], true),
  'partner staff': staff('partner'),
  'foreign staff': staff('foreign'),
  'own pupil': pupil('own', true),
  'partner pupil': pupil('partner', true),
  'waiting pupil': pupil('own', false),
  'left-out pupil': pupil('own', true, false),
  'foreign pupil': pupil('foreign', false),
  guest: { actor: null, board: null },
};

test('[PM4] `can` decides each action for everybody as the table says, and no action is without a row', async () => {
  const table = await readTable('action');
  expect([...table.keys()].toSorted()).toEqual(Object.keys(actions).toSorted());
  for (const [action, row] of table) {
    const decided = Object.entries(people).map(([name, { actor, board }]) => [
      name,
      can(actor, action as Action, board) ?? 'yes',
    ]);
    expect({ action, ...Object.fromEntries(decided) }).toEqual({ action, ...row });
  }
});

test('[PP3] [PM4] staff who are no administrators do not run their school, and a pupil never does', () => {
  const school = 'own';
  for (const roles of [undefined, ['teacher'], ['lead', 'teacher']] as const) {
    const actor = { role: 'staff' as const, school, ...(roles && { roles }) };
    expect([can(actor, 'run the own school'), can(actor, 'read the own school')]).toEqual(['FORBIDDEN', null]);
  }
  expect(can({ role: 'pupil', school, roles: ['administrator'] }, 'run the own school')).toBe('FORBIDDEN');
});

test('[PM2] [PM4] a board that is not there is answered as one that is not theirs', () => {
  const { actor, board } = people['foreign staff'];
  for (const action of Object.keys(actions) as Action[]) {
    expect(can(actor, action, null)).toBe(can(actor, action, board));
  }
});
