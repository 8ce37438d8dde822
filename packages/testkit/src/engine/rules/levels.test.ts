import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { binding, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');

/** A board with oliver's note on it, on which zainab and aisha may change everything. */
function withEditAll(): BoardWorld {
  const world = new BoardWorld();
  released(world, note);
  world.rule(reed, { kind: 'change-member', person: 'zainab', level: 'all' });
  world.rule(bello, { kind: 'change-member', person: 'aisha', level: 'all' });
  return world;
}

describe('levels', () => {
  test("[P6] level all: a pupil's change of somebody else's record is that pupil's layer and that school's to judge", () => {
    const world = withEditAll();
    const id = changed(world, { by: aisha, id: note.id, set: { x: 40 } });
    expect(world.state.slots.get(note.id)?.layers).toMatchObject([{ author: 'aisha', school: 'south', reach: 'held' }]);
    for (const actor of [oliver, reed, zainab]) expect(world.seenBy(actor).get(note.id)?.['x']).toBe(0);
    for (const actor of [aisha, bello]) expect(world.seenBy(actor).get(note.id)?.['x']).toBe(40);
    expect(world.caseFor(reed, id)).toBeNull();
    expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'NOT_FOUND' });
    expect(world.decide(bello, { case: id, verdict: 'board' })).toHaveProperty('entry');
    for (const actor of [oliver, reed]) expect(world.seenBy(actor).get(note.id)?.['x']).toBe(40);
  });

  test('[P6] several layers never merge, and fold in the order of approval', () => {
    const world = withEditAll();
    const hers = changed(world, { by: zainab, id: note.id, set: { x: 10, y: 10 } });
    const his = changed(world, { by: oliver, id: note.id, set: { x: 20 } });
    expect(world.state.slots.get(note.id)?.layers.map(({ author }) => author)).toEqual(['zainab', 'oliver']);
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ x: 20, y: 0 });
    expect(world.seenBy(reed).get(note.id)).toMatchObject({ x: 20, y: 10 });
    decided(world, his, 'board');
    decided(world, hers, 'board');
    expect(world.seenBy(aisha).get(note.id)).toMatchObject({ x: 10, y: 10 });
  });

  test('[P6] [SEC-40] what one of them adds is not what was looked at with the other', () => {
    const world = withEditAll();
    const id = changed(world, { by: zainab, id: note.id, set: { x: 10 } });
    const hash = world.caseFor(reed, id)?.hash ?? '';
    changed(world, { by: oliver, id: note.id, set: { y: 3 } });
    expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
  });

  test('[P6] never deletes, locks, binds, groups or moves to another parent', () => {
    const world = withEditAll();
    const [frame, arrow] = [shape('frame', 'frame'), shape('arrow', 'arrow')];
    world.must(reed, ...put(frame));
    released(world, arrow);
    const NOT_YOURS = { 0: 'NOT_YOURS' };
    expect(world.refusals(zainab, { op: 'delete', id: note.id })).toEqual(NOT_YOURS);
    expect(world.refusals(zainab, { op: 'update', id: note.id, set: { parentId: frame.id } })).toEqual(NOT_YOURS);
    expect(world.refusals(zainab, ...put(binding('hold', { arrow: arrow.id, to: note.id })))).toEqual(NOT_YOURS);
    expect(world.refusals(zainab, { op: 'update', id: note.id, set: { isLocked: true } })).toEqual({
      0: 'FORBIDDEN_FIELD',
    });
    world.must(reed, { op: 'update', id: note.id, set: { isLocked: true } });
    expect(world.refusals(zainab, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'LOCKED' });
    expect(world.refusals(zainab, { op: 'update', id: 'page:page', set: { name: 'Mine' } })).toEqual({
      0: 'FORBIDDEN',
    });
  });

  test("[P6] [P4] staff do not move what a pupil has changed of somebody else's", () => {
    const world = withEditAll();
    const frame = shape('frame', 'frame');
    world.must(reed, ...put(frame));
    changed(world, { by: zainab, id: note.id, set: { x: 10 } });
    const into = { op: 'update', id: note.id, set: { parentId: frame.id } } as const;
    expect(world.refusals(reed, into)).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
    world.must(reed, { op: 'update', id: note.id, set: { 'props.color': 'red' } });
    expect(world.seenBy(aisha).get(note.id)?.['props']).toMatchObject({ color: 'yellow' });
  });

  test('[P6] in every mode the change is a layer: for the school where the mode is own-school or open', () => {
    for (const mode of ['own-school', 'open'] as const) {
      const world = withEditAll();
      world.rule(null, { kind: 'allow-open', allowed: true });
      world.rule(reed, { kind: 'set-mode', school: 'north', mode });
      changed(world, { by: zainab, id: note.id, set: { x: 10 } });
      expect(world.state.slots.get(note.id)?.layers).toMatchObject([{ author: 'zainab', reach: 'school' }]);
      expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(10);
      expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(0);
    }
  });

  test('[P6] [P13] a change of what only the school sees goes no further than that', () => {
    const world = withEditAll();
    const forSchool = shape('note', 'school');
    const made = drawn(world, oliver, forSchool);
    decided(world, made, 'school');
    const id = changed(world, { by: zainab, id: forSchool.id, set: { x: 6 } });
    expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'NEEDS_OTHER_ITEM' });
    decided(world, id, 'school');
    expect(world.seenBy(oliver).get(forSchool.id)?.['x']).toBe(6);
    decided(world, made, 'board');
    expect(world.seenBy(aisha).get(forSchool.id)?.['x']).toBe(0);
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(forSchool.id)?.['x']).toBe(6);
  });

  test('[P6] [P23] what another school has waiting on a record changes no answer here', () => {
    const world = withEditAll();
    const id = changed(world, { by: oliver, id: note.id, set: { x: 3 } });
    const hash = world.caseFor(reed, id)?.hash;
    changed(world, { by: aisha, id: note.id, set: { y: 3 } });
    expect(world.caseFor(reed, id)?.hash).toBe(hash);
    decided(world, id, 'board');
    changed(world, { by: aisha, id: note.id, set: { y: 4 } });
    expect(world.undo(reed, id)).toHaveProperty('entry');
  });

  test('[P6] [P10] [P23] goes with what it is a change of, when that is taken back from those who saw it', () => {
    const world = withEditAll();
    const mine = shape('note', 'mine');
    const out = released(world, mine);
    const [near, far] = [zainab, aisha].map((by) => changed(world, { by, id: mine.id, set: { x: 6 } }));
    expect(world.undo(reed, out)).toEqual({ refused: 'CHANGED' });
    world.must(zainab, { op: 'update', id: mine.id, set: { x: 0 } });
    expect(world.ownCase(zainab, near ?? '')?.status).toBe('withdrawn');
    const again = shape('note', 'again');
    const later = released(world, again);
    const change = changed(world, { by: aisha, id: again.id, set: { x: 6 } });
    expect(world.undo(reed, later)).toHaveProperty('entry');
    expect(world.ownCase(aisha, change)?.status).toBe('withdrawn');
    expect(world.state.slots.get(again.id)?.layers.map(({ author }) => author)).toEqual(['oliver']);
    expect(world.ownCase(aisha, far ?? '')?.status).toBe('waiting');
  });

  test('[P6] level view answers FORBIDDEN to each operation, whatever it is about', () => {
    const world = withEditAll();
    world.rule(reed, { kind: 'change-member', person: 'oliver', level: 'view' });
    const answers = world.refusals(
      oliver,
      ...put(shape('note', 'new')),
      { op: 'update', id: note.id, set: { x: 1 } },
      { op: 'delete', id: note.id },
      { op: 'delete', id: shape('note', 'never').id },
    );
    expect(answers).toEqual({ 0: 'FORBIDDEN', 1: 'FORBIDDEN', 2: 'FORBIDDEN', 3: 'FORBIDDEN' });
  });

  test('[P11] a change of level affects later edits only', () => {
    const world = withEditAll();
    const id = changed(world, { by: zainab, id: note.id, set: { x: 10 } });
    world.rule(reed, { kind: 'change-member', person: 'zainab', level: 'own' });
    expect(world.refusals(zainab, { op: 'update', id: note.id, set: { x: 11 } })).toEqual({ 0: 'NOT_YOURS' });
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(10);
  });
});
