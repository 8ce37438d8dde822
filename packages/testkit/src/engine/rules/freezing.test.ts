import {
  applyEntry,
  createBoardState,
  govern,
  rulesOf,
  standingOf,
  takeTouched,
  type Frozen,
} from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { shape } from '../records.ts';
import { drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const all: Frozen = { all: true };

/** What becomes of an edit of each of these people: `taken`, or the code for the whole of it. */
function answers(world: BoardWorld): Record<string, string> {
  const told = [reed, bello, oliver, zainab, aisha].map((actor) => {
    const outcome = world.edit(actor, put(shape('note', `${actor.person}-${world.journal.length}-`)));
    return [actor.person, outcome.kind === 'refused' ? outcome.code : 'taken'];
  });
  return Object.fromEntries(told) as Record<string, string>;
}

describe('freezing', () => {
  test('[SG-30] stops all pupils, those of a school, or one of them, and no staff', () => {
    const cases: readonly [Frozen, readonly string[]][] = [
      [all, ['oliver', 'zainab', 'aisha']],
      [{ school: 'north' }, ['oliver', 'zainab']],
      [{ person: 'oliver' }, ['oliver']],
    ];
    for (const [whom, stopped] of cases) {
      const world = new BoardWorld();
      world.rule(reed, { kind: 'freeze', whom });
      const frozen = Object.entries(answers(world)).filter(([, answer]) => answer === 'FROZEN');
      expect(frozen.map(([person]) => person)).toEqual(stopped);
      world.rule(reed, { kind: 'unfreeze', whom });
      expect(new Set(Object.values(answers(world)))).toEqual(new Set(['taken']));
    }
  });

  test('[SG-30] [SG-08] each school lifts its own freeze of the board, and the board waits for both', () => {
    const world = new BoardWorld();
    expect(world.govern(bello, { kind: 'unfreeze', whom: all })).toEqual({ refused: 'FORBIDDEN' });
    world.rule(reed, { kind: 'freeze', whom: all });
    world.rule(bello, { kind: 'freeze', whom: all });
    world.rule(bello, { kind: 'unfreeze', whom: all });
    expect(answers(world)['aisha']).toBe('FROZEN');
    expect(world.govern(bello, { kind: 'unfreeze', whom: all })).toEqual({ refused: 'FORBIDDEN' });
    world.rule(reed, { kind: 'unfreeze', whom: all });
    expect(answers(world)['aisha']).toBe('taken');
  });

  test("[SG-30] another school's freeze is lifted by it, or by whoever answers for those pupils", () => {
    const north: Frozen = { school: 'north' };
    for (const lifter of [reed, bello, null]) {
      const world = new BoardWorld();
      world.rule(bello, { kind: 'freeze', whom: north });
      world.rule(lifter, { kind: 'unfreeze', whom: north });
      expect(answers(world)['oliver']).toBe('taken');
    }
    const world = new BoardWorld();
    world.rule(reed, { kind: 'freeze', whom: north });
    expect(world.govern(bello, { kind: 'unfreeze', whom: north })).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(oliver, { kind: 'unfreeze', whom: north })).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(reed, { kind: 'freeze', whom: { school: 'east' } })).toEqual({ refused: 'NOT_FOUND' });
  });

  test('[SG-30] [P23] one pupil is stopped by the own staff only; to others that pupil is nobody', () => {
    const world = new BoardWorld();
    const freeze = (person: string) => ({ kind: 'freeze', whom: { person } }) as const;
    for (const person of ['oliver', 'never']) {
      expect(world.govern(bello, freeze(person))).toEqual({ refused: 'NOT_FOUND' });
    }
    expect(world.govern(zainab, freeze('oliver'))).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(reed, freeze('reed'))).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(null, freeze('bello'))).toEqual({ refused: 'FORBIDDEN' });
  });

  test('[SG-30] [P33] a refused edit has not used its number up, and one that was taken is answered as it was', () => {
    const world = new BoardWorld();
    const first = { seq: 1, ops: put(note) };
    world.send(oliver, first);
    world.rule(reed, { kind: 'freeze', whom: all });
    const second = { seq: 2, ops: [{ op: 'update', id: note.id, set: { x: 4 } }] };
    expect(world.send(oliver, first)).toEqual({ kind: 'repeated', refused: [] });
    expect(world.send(oliver, second)).toEqual({ kind: 'refused', code: 'FROZEN' });
    expect(world.send(oliver, { ...second, seq: 3 })).toEqual({ kind: 'resend', from: 2 });
    const before = world.journal.length;
    world.rule(reed, { kind: 'unfreeze', whom: all });
    expect(world.send(oliver, { ...second, late: true })).toMatchObject({ kind: 'entry', refused: [] });
    expect(world.journal.length).toBe(before + 2);
  });

  test('[SG-29] where a school needs it, its pupils write only while one of its teachers is here', () => {
    const world = new BoardWorld();
    world.rule(reed, { kind: 'needs-teacher', school: 'north', needed: true });
    expect(answers(world)['oliver']).toBe('taken');
    world.teachersHere = ['south'];
    expect(answers(world)).toMatchObject({ oliver: 'WAIT_FOR_TEACHER', aisha: 'taken', reed: 'taken' });
    world.rule(reed, { kind: 'freeze', whom: { school: 'north' } });
    expect(answers(world)['oliver']).toBe('FROZEN');
    expect(world.govern(bello, { kind: 'needs-teacher', school: 'north', needed: false })).toEqual({
      refused: 'FORBIDDEN',
    });
  });

  test('[SG-30] [P11] takes nothing off anybody, and staff go on deciding', () => {
    const world = new BoardWorld();
    released(world, shape('note', 'out'));
    const id = drawn(world, oliver, note);
    const before = [oliver, aisha].map((actor) => world.seenBy(actor));
    world.rule(bello, { kind: 'freeze', whom: all });
    expect([oliver, aisha].map((actor) => world.seenBy(actor))).toEqual(before);
    expect(world.decide(reed, { case: id, verdict: 'board' })).toHaveProperty('entry');
  });

  test('[SG-30] is told to everybody as the rules that hold, and to each as how they stand', () => {
    const world = new BoardWorld();
    const frozen = (): boolean[] => rulesOf(world.state, () => null).schools.map((rules) => rules.frozen);
    expect(rulesOf(world.state, () => null).schools).toEqual(
      ['north', 'south'].map((school) => ({
        school,
        mode: 'held',
        frozen: false,
        needsTeacher: false,
        looksFirst: false,
        hours: null,
        opensAt: null,
        closedBy: [],
      })),
    );
    const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
    for (const entry of world.journal) applyEntry(state, entry);
    takeTouched(state);
    const change = govern(state, { actor: reed, now: 0, event: { kind: 'freeze', whom: all } });
    if ('entry' in change) applyEntry(state, change.entry);
    expect(takeTouched(state).rules).toBe(true);
    expect(takeTouched(state).rules).toBe(false);
    world.rule(reed, { kind: 'freeze', whom: { school: 'south' } });
    expect(frozen()).toEqual([false, true]);
    expect(standingOf(world.state, 'aisha')).toEqual({ frozen: true, level: 'own' });
    expect(standingOf(world.state, 'bello')).toEqual({ frozen: false, level: 'all' });
    world.rule(bello, { kind: 'freeze', whom: all });
    expect(frozen()).toEqual([true, true]);
    expect(standingOf(world.state, 'never')).toEqual({ frozen: false, level: 'own' });
  });
});
