import {
  actingAs,
  applyEntry,
  createBoardState,
  readCheckpoint,
  standingOf,
  writeCheckpoint,
} from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { shape } from '../records.ts';
import { decided, drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');

describe('members', () => {
  test('[P25] who leaves or is suspended keeps school, alias and work, and does nothing any more', () => {
    for (const why of ['left', 'suspended'] as const) {
      const world = new BoardWorld();
      const id = drawn(world, oliver, note);
      const { alias } = world.state.members.get('oliver') ?? {};
      world.rule(reed, { kind: 'remove-member', person: 'oliver', why });
      expect(world.edit(oliver, put(shape('note', 'more')))).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
      expect(standingOf(world.state, 'oliver').frozen).toBe(true);
      expect(world.state.members.get('oliver')).toMatchObject({ school: 'north', alias, away: why });
      expect(world.decide(bello, { case: id, verdict: 'board' })).toEqual({ refused: 'NOT_FOUND' });
      decided(world, id, 'board');
      expect(world.seenBy(aisha).has(note.id)).toBe(true);
      world.rule(reed, { kind: 'return-member', person: 'oliver' });
      expect(world.state.members.get('oliver')).toMatchObject({ alias, away: null });
      world.must(oliver, { op: 'update', id: note.id, set: { x: 1 } });
    }
  });

  test('[P25] staff who are gone decide, put away and rule nothing', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    const hash = world.caseFor(reed, id)?.hash ?? '';
    world.rule(null, { kind: 'remove-member', person: 'reed', why: 'left' });
    expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'NOT_FOUND' });
    expect(world.undo(reed, id)).toEqual({ refused: 'NOT_FOUND' });
    expect(world.hide(reed, note.id)).toEqual({ refused: 'NOT_FOUND' });
    expect(world.govern(reed, { kind: 'set-mode', school: 'north', mode: 'held' })).toEqual({ refused: 'FORBIDDEN' });
    expect(world.edit(reed, put(shape('note', 'more')))).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
  });

  test("[GOV1] [P23] are their own staff's to decide about, never about oneself; others are nobody", () => {
    const world = new BoardWorld();
    const remove = (person: string) => ({ kind: 'remove-member', person, why: 'left' }) as const;
    for (const person of ['aisha', 'bello', 'never']) {
      expect(world.govern(reed, remove(person))).toEqual({ refused: 'NOT_FOUND' });
    }
    expect(world.govern(reed, remove('reed'))).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(oliver, remove('zainab'))).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(reed, { kind: 'change-member', person: 'oliver', role: 'staff' })).toEqual({
      refused: 'FORBIDDEN',
    });
    expect(world.govern(null, { kind: 'change-member', person: 'reed', level: 'view' })).toEqual({
      refused: 'FORBIDDEN',
    });
  });

  test('[GOV1] of two roles the stricter counts, from the next edit on', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note));
    world.rule(null, { kind: 'change-member', person: 'reed', role: 'pupil' });
    expect(actingAs(world.state, reed)?.role).toBe('pupil');
    expect(seers(world, note.id)).toHaveLength(5);
    world.rule(null, { kind: 'unfreeze', whom: { school: 'north' } });
    const later = shape('note', 'later');
    world.must(reed, ...put(later));
    expect(world.state.slots.get(later.id)).toMatchObject({ base: null, layers: [{ reach: 'held' }] });
    expect(world.journal.at(-1)?.facts.actor?.role).toBe('pupil');
    world.rule(null, { kind: 'change-member', person: 'oliver', role: 'staff' });
    expect(actingAs(world.state, oliver)?.role).toBe('pupil');
  });

  test("[SG-12] when the last of a school's staff goes, its pupils' writing stops until its staff let it go on", () => {
    const events = [
      { kind: 'remove-member', person: 'reed', why: 'suspended' },
      { kind: 'change-member', person: 'reed', role: 'pupil' },
    ] as const;
    for (const event of events) {
      const world = new BoardWorld();
      world.rule(null, event);
      expect(world.edit(oliver, put(note))).toEqual({ kind: 'refused', code: 'FROZEN' });
      world.must(aisha, ...put(shape('note', 'hers')));
      world.rule(null, { kind: 'return-member', person: 'reed' });
      world.rule(null, { kind: 'change-member', person: 'reed', role: 'staff' });
      expect(world.edit(oliver, put(note))).toEqual({ kind: 'refused', code: 'FROZEN' });
      world.rule(reed, { kind: 'unfreeze', whom: { school: 'north' } });
      world.must(oliver, ...put(note));
    }
  });

  test('[GOV1] [P32] rules and people stand in the journal, with a line for the audit log each', () => {
    const world = new BoardWorld();
    const before = world.journal.length;
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'own-school' });
    world.rule(reed, { kind: 'change-member', person: 'oliver', level: 'all' });
    world.rule(reed, { kind: 'freeze', whom: { person: 'zainab' } });
    world.rule(null, { kind: 'allow-open', allowed: true });
    const added = world.journal.slice(before);
    expect(added.map((entry) => entry.facts.kind)).toEqual(['govern', 'govern', 'govern', 'govern']);
    expect(added.map((entry) => entry.audit)).toEqual([
      [{ action: 'board.set-mode', by: 'reed', subjects: ['north', 'own-school'] }],
      [{ action: 'board.change-member', by: 'reed', subjects: ['oliver', 'all'] }],
      [{ action: 'board.freeze', by: 'reed', subjects: ['zainab'] }],
      [{ action: 'board.allow-open', by: '', subjects: ['true'] }],
    ]);
    const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
    for (const entry of world.journal) applyEntry(state, entry);
    expect(standingOf(state, 'oliver').level).toBe('all');
    expect(standingOf(state, 'zainab').frozen).toBe(true);
    expect(state.whole.openAllowed).toBe(true);
  });

  test('[GOV1] [P32] a checkpoint from before there were rules is read as a board with none', () => {
    const world = new BoardWorld();
    released(world, note);
    const old = JSON.parse(writeCheckpoint(world.state, world.now).join('')) as {
      whole?: unknown;
      parts: { schoolRules?: unknown; members: [string, Record<string, unknown>][] };
    };
    delete old.whole;
    delete old.parts.schoolRules;
    for (const [, member] of old.parts.members) for (const part of ['level', 'frozen', 'away']) delete member[part];
    const state = readCheckpoint([JSON.stringify(old)]);
    expect(standingOf(state, 'zainab')).toEqual({ frozen: false, level: 'own' });
    expect(state.members.get('zainab')).toEqual(world.state.members.get('zainab'));
    expect(state.whole).toEqual(world.state.whole);
    expect(actingAs(state, zainab)).toEqual(zainab);
  });
});
