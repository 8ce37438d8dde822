import type { FactorScope, StaffRole } from '@bridgeboard/protocol';
import { actions } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { can } from './can.ts';
import { factorDueAt } from './factor-due.ts';

const matrix: readonly [FactorScope, readonly StaffRole[], boolean][] = [
  ['nobody', ['teacher'], false],
  ['nobody', ['lead'], false],
  ['nobody', ['administrator'], false],
  ['leading', ['teacher'], false],
  ['leading', ['lead'], true],
  ['leading', ['administrator'], true],
  ['leading', ['teacher', 'lead'], true],
  ['staff', ['teacher'], true],
  ['staff', ['lead'], true],
  ['staff', ['administrator'], true],
];

it.each(matrix)('[SG-36] [SI11] where %s must have one, %j: %s', (of, roles, must) => {
  expect(factorDueAt({ of, from: 7, providerCounts: false }, roles)).toBe(must ? 7 : null);
});

it('[SI12] of all that needs somebody signed in, only the own account is open without it', () => {
  const actor = { role: 'staff', roles: ['teacher', 'administrator', 'lead'], school: 's', lacksFactor: true } as const;
  const board = { schools: ['s'], isMember: true, isAdmitted: true, isArchived: false };
  const isOpen = (action: keyof typeof actions): boolean => can(actor, action, board) !== 'SECOND_FACTOR_NEEDED';
  const open = (Object.keys(actions) as (keyof typeof actions)[]).filter(
    (action) => actions[action].who !== 'anyone' && isOpen(action),
  );
  expect(open).toEqual(['read the own account', 'manage the own account']);
});
