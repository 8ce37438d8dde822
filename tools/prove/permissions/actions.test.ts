import { can, type BoardStanding } from '@bridgeboard/domain';
import { actions, type Action, type Role } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { readTable, type ActorName } from './read-table.ts';

const schools = ['own', 'partner'];

function pupil(school: string, isAdmitted: boolean) {
  return { actor: { role: 'pupil' as Role, school }, board: { schools, isAdmitted } };
}

function staff(school: string) {
  return { actor: { role: 'staff' as Role, school }, board: { schools, isAdmitted: false } };
}

const people: Readonly<Record<ActorName, { actor: Parameters<typeof can>[0]; board: BoardStanding | null }>> = {
  nobody: { actor: null, board: null },
  ended: { actor: null, board: null },
  'own staff': staff('own'),
  'partner staff': staff('partner'),
  'foreign staff': staff('foreign'),
  'own pupil': pupil('own', true),
  'partner pupil': pupil('partner', true),
  'waiting pupil': pupil('own', false),
  'foreign pupil': pupil('foreign', false),
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

test('[PM2] [PM4] a board that is not there is answered as one that is not theirs', () => {
  const { actor, board } = people['foreign staff'];
  for (const action of Object.keys(actions) as Action[]) {
    expect(can(actor, action, null)).toBe(can(actor, action, board));
  }
});
