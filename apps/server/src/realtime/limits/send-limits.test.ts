import { limits } from '@bridgeboard/domain';
import { expect, test } from 'vitest';

import type { Person } from '../../rooms/live-board.ts';
import { SendLimits } from './send-limits.ts';

const person = (role: Person['role'], id = 'oliver'): Person => ({ id, role, name: 'Oliver', school: 'north' });

/** A clock at hand, and how many of some edits are let through. */
function stage() {
  const clock = { now: 1_000_000 };
  const sends = new SendLimits({ now: () => clock.now });
  const taken = (who: Person, edits: { count: number; ops: number; board?: string }): number => {
    const board = edits.board ?? 'board';
    const answers = Array.from({ length: edits.count }, () => sends.takeEdit({ person: who, board, ops: edits.ops }));
    return answers.filter(({ waitMs }) => waitMs === 0).length;
  };
  return { clock, sends, taken };
}

test.each(['pupil', 'staff'] as const)(
  '[L4] a %s may send so many operations at once, and so many a second',
  (role) => {
    const { opsPerEdit, opsBurst, opsPerSecond } = limits[role];
    const edits = opsBurst / opsPerEdit;
    const { clock, taken } = stage();
    expect(taken(person(role), { count: edits, ops: opsPerEdit })).toBe(edits);
    expect(taken(person(role), { count: edits * 100, ops: opsPerEdit })).toBe(0);
    clock.now += 1_000;
    expect(taken(person(role), { count: edits * 100, ops: opsPerEdit })).toBe(opsPerSecond / opsPerEdit);
  },
);

test('[L3] edits are counted by person: a second tab, or a new connection, gets nothing more', () => {
  const { taken } = stage();
  const { editsBurst } = limits.pupil;
  expect(taken(person('pupil'), { count: editsBurst * 100, ops: 1 })).toBe(editsBurst);
  expect(taken(person('pupil'), { count: 1, ops: 1, board: 'another' })).toBe(0);
  expect(taken(person('pupil', 'zainab'), { count: 1, ops: 1 })).toBe(1);
});

test('[L4] a board takes so many operations from all together, and the others are told how long to wait', () => {
  const { clock, sends, taken } = stage();
  const { opsBurst, opsPerSecond } = limits.board;
  const full = limits.pupil.opsBurst;
  for (let at = 0; at < opsBurst / full; at += 1) taken(person('pupil', `pupil-${at}`), { count: 10, ops: 100 });
  const late = { person: person('pupil', 'late'), board: 'board', ops: 100 };
  expect(sends.takeEdit(late)).toEqual({ waitMs: (100 / opsPerSecond) * 1_000 });
  expect(taken(late.person, { count: 100, ops: 100 })).toBe(0);
  expect(sends.takeEdit({ ...late, board: 'another' })).toEqual({ waitMs: 0 });
  clock.now += 50;
  expect(sends.takeEdit(late)).toEqual({ waitMs: 0 });
});

test('[L3] a refused edit costs nothing', () => {
  const { clock, taken } = stage();
  taken(person('pupil'), { count: 10, ops: 100 });
  expect(taken(person('pupil'), { count: 1_000, ops: 100 })).toBe(0);
  clock.now += 250;
  expect(taken(person('pupil'), { count: 1, ops: 100 })).toBe(1);
});

test('[L3] places of the pointer beyond the limit are dropped, and do not slow down edits', () => {
  const { sends, taken } = stage();
  const { presencePerSecond } = limits.pupil;
  const through = Array.from({ length: presencePerSecond * 100 }, () => sends.takePointer(person('pupil')));
  expect(through.filter(Boolean)).toHaveLength(presencePerSecond);
  expect(taken(person('pupil'), { count: 1, ops: 1 })).toBe(1);
});

test('[L3] who has sent nothing for a while is forgotten, and nobody else', () => {
  const { clock, sends, taken } = stage();
  taken(person('pupil'), { count: 60, ops: 1 });
  clock.now += 29_000;
  taken(person('pupil', 'zainab'), { count: 60, ops: 1 });
  clock.now += 2_000;
  sends.forget();
  expect(taken(person('pupil', 'zainab'), { count: 100, ops: 1 })).toBe(60);
  clock.now -= 1_500;
  expect(taken(person('pupil', 'zainab'), { count: 100, ops: 1 })).toBe(0);
});
