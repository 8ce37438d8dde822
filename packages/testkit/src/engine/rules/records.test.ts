import { expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { binding, recordIdOf, shape } from '../records.ts';
import { drawn, released } from './start.ts';

const note = shape('note', 'note');

test("[P1] [P3] a pupil's change of approved work is a layer: others go on seeing the approved version", () => {
  const world = new BoardWorld();
  released(world, note);
  world.must(oliver, { op: 'update', id: note.id, set: { x: 70, 'props.color': 'red' } });
  expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(70);
  expect(world.seenBy(reed).get(note.id)?.['x']).toBe(70);
  for (const actor of [zainab, aisha, bello]) expect(world.seenBy(actor).get(note.id)?.['x']).toBe(0);
});

test("[P4] a teacher of the other school writes base, and a layer's own fields stay on top for those who see it", () => {
  const world = new BoardWorld();
  released(world, note);
  world.must(oliver, { op: 'update', id: note.id, set: { x: 70 } });
  world.must(bello, { op: 'update', id: note.id, set: { x: 5, y: 6 } });
  expect(world.seenByAll().get(note.id)).toMatchObject({ x: 5, y: 6 });
  expect(world.seenBy(oliver).get(note.id)).toMatchObject({ x: 70, y: 6 });
});

test('[P5] a change that is undone by hand needs no decision', () => {
  const world = new BoardWorld();
  released(world, note);
  world.must(oliver, { op: 'update', id: note.id, set: { x: 70 } });
  const [id = ''] = world.openCases('north');
  world.must(oliver, { op: 'update', id: note.id, set: { x: 0 } });
  expect(world.openCases('north')).toEqual([]);
  expect(world.ownCase(oliver, id)?.status).toBe('withdrawn');
});

test('[P7] a pupil takes own work back at every reach at once, and undo brings the same back without a review', () => {
  const world = new BoardWorld();
  released(world, note);
  const approved = world.seenByAll().get(note.id);
  world.must(oliver, { op: 'delete', id: note.id });
  for (const actor of [oliver, reed, aisha, bello]) expect(world.seenBy(actor).has(note.id)).toBe(false);
  world.must(oliver, { op: 'create', record: { ...approved } });
  expect(world.seenBy(aisha).get(note.id)).toEqual(approved);
  expect(world.openCases('north')).toEqual([]);
  world.must(oliver, { op: 'delete', id: note.id });
  world.must(oliver, { op: 'create', record: { ...approved, x: 44 } });
  expect(world.seenBy(aisha).has(note.id)).toBe(false);
  expect(world.openCases('north')).toHaveLength(1);
});

test("[P12] where a bound shape goes, other people's arrows stay and end where it was", () => {
  const world = new BoardWorld();
  const target = shape('geo', 'target', { x: 200, y: 100 });
  world.must(reed, { op: 'create', record: target });
  const arrow = shape('arrow', 'arrow');
  const held = binding('held', { arrow: arrow.id, to: target.id });
  released(world, arrow, held);
  expect(world.seenBy(aisha).has(held.id)).toBe(true);
  world.must(reed, { op: 'delete', id: target.id }, { op: 'delete', id: held.id });
  const seen = world.seenBy(aisha).get(arrow.id);
  expect(world.seenBy(aisha).has(held.id)).toBe(false);
  expect(seen?.['props']).toMatchObject({ end: { x: 250, y: 140 } });
});

test("[P13] an arrow to somebody else's waiting work cannot go before it", () => {
  const world = new BoardWorld();
  drawn(world, oliver, note);
  const arrow = shape('arrow', 'arrow');
  world.must(reed, { op: 'create', record: arrow });
  const to = binding('to', { arrow: arrow.id, to: note.id });
  expect(world.refusals(reed, { op: 'create', record: to })).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
});

test("[P15] a pupil's shape may stand on a page, in an own frame or in a staff frame, and nowhere else", () => {
  const world = new BoardWorld();
  const frames = { own: shape('frame', 'own'), friend: shape('frame', 'friend'), staff: shape('frame', 'staff') };
  world.must(oliver, { op: 'create', record: frames.own });
  world.must(zainab, { op: 'create', record: frames.friend });
  world.must(reed, { op: 'create', record: frames.staff });
  const put = (name: string, parentId: string): unknown =>
    world.refusals(oliver, { op: 'create', record: shape('note', name, { parentId }) });
  expect(put('in-own', frames.own.id)).toEqual({});
  expect(put('in-staff', frames.staff.id)).toEqual({});
  expect(put('in-friend', frames.friend.id)).toEqual({ 0: 'BAD_PARENT' });
  expect(put('in-nothing', recordIdOf('shape', 'nothing'))).toEqual({ 0: 'BAD_PARENT' });
  expect(put('in-note', recordIdOf('shape', 'in-own'))).toEqual({ 0: 'BAD_PARENT' });
  expect(world.refusals(oliver, { op: 'update', id: frames.own.id, set: { parentId: frames.own.id } })).toEqual({
    0: 'BAD_PARENT',
  });
});

test('[P16] what stood in a deleted frame and was not deleted with it, unseen work too, stays where it was on the page', () => {
  const world = new BoardWorld();
  const frame = shape('frame', 'frame', { x: 100, y: 50, rotation: Math.PI / 2 });
  world.must(reed, { op: 'create', record: frame });
  const inside = shape('note', 'inside', { parentId: frame.id, x: 10, y: 20 });
  world.must(aisha, { op: 'create', record: inside });
  world.must(reed, { op: 'delete', id: frame.id });
  expect(world.seenBy(aisha).get(inside.id)).toMatchObject({
    parentId: 'page:page',
    x: 80,
    y: 60,
    rotation: Math.PI / 2,
  });
  expect(world.seenBy(reed).has(inside.id)).toBe(false);
});

test("[P17] pages are staff's, the last one stays, and with a page all goes that is on it", () => {
  const world = new BoardWorld();
  const page = { id: recordIdOf('page', 'second'), typeName: 'page', name: 'Second', index: 'a2', meta: {} };
  expect(world.refusals(oliver, { op: 'create', record: page })).toEqual({ 0: 'FORBIDDEN' });
  expect(world.refusals(reed, { op: 'delete', id: 'page:page' })).toEqual({ 0: 'LAST_PAGE' });
  world.must(reed, { op: 'create', record: page });
  expect(world.seenByAll().has(page.id)).toBe(true);
  const there = shape('note', 'there', { parentId: page.id });
  world.must(aisha, { op: 'create', record: there });
  expect(world.refusals(aisha, { op: 'delete', id: page.id })).toEqual({ 0: 'FORBIDDEN' });
  world.must(reed, { op: 'delete', id: page.id });
  expect(world.seenBy(aisha).has(there.id)).toBe(false);
});

test("[P21] ids are ours and used once; meta is empty and the lock is staff's", () => {
  const world = new BoardWorld();
  drawn(world, oliver, note);
  expect(world.refusals(aisha, { op: 'create', record: note })).toEqual({ 0: 'BAD_ID' });
  world.must(oliver, { op: 'delete', id: note.id });
  expect(world.refusals(aisha, { op: 'create', record: note })).toEqual({ 0: 'BAD_ID' });
  const bad = [
    { ...note, id: 'shape:short' },
    { ...shape('note', 'm'), meta: { by: 'me' } },
    { ...shape('note', 'l'), isLocked: true },
  ];
  const codes = bad.map((record) => world.refusals(oliver, { op: 'create', record })[0]);
  expect(codes).toEqual(['BAD_ID', 'FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
});
