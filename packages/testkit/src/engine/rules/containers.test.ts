import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { deleteAsBrowser } from '../random-ops.ts';
import { binding, page, recordIdOf, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const frame = shape('frame', 'frame', { x: 100, y: 50 });
const note = shape('note', 'note');

/** Frames within each other, the outermost first. */
function nest(depth: number, name = 'nest'): ReturnType<typeof shape>[] {
  return Array.from({ length: depth }, (_, i) =>
    shape('frame', `${name}-${i}-`, { parentId: i === 0 ? 'page:page' : recordIdOf('shape', `${name}-${i - 1}-`) }),
  );
}

describe('what shapes stand in', () => {
  test("[P15] [SEC-17] itself, a ring, nothing, another page's id, or nine levels are BAD_PARENT", () => {
    const world = new BoardWorld();
    const [outer, inner] = [
      shape('frame', 'outer'),
      shape('frame', 'inner', { parentId: recordIdOf('shape', 'outer') }),
    ];
    world.must(oliver, ...put(outer, inner));
    const into = (parentId: string): unknown =>
      world.refusals(oliver, { op: 'update', id: outer.id, set: { parentId } })[0];
    expect(into(outer.id)).toBe('BAD_PARENT');
    expect(into(inner.id)).toBe('BAD_PARENT');
    expect(into(recordIdOf('shape', 'never'))).toBe('BAD_PARENT');
    expect(into(recordIdOf('page', 'never'))).toBe('BAD_PARENT');
    const deep = nest(8);
    expect(world.refusals(zainab, ...put(...deep))).toEqual({});
    const last = recordIdOf('shape', 'nest-7-');
    expect(world.refusals(zainab, ...put(shape('note', 'ninth', { parentId: last })))).toEqual({ 0: 'BAD_PARENT' });
  });

  test('[P15] [SEC-17] moving a stack counts all of it, and a thousand levels are refused one by one', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(...nest(5, 'one'), ...nest(4, 'two')));
    const move = { op: 'update', id: recordIdOf('shape', 'two-0-'), set: { parentId: recordIdOf('shape', 'one-4-') } };
    expect(world.refusals(reed, move)).toEqual({ 0: 'BAD_PARENT' });
    expect(world.refusals(reed, { ...move, set: { parentId: recordIdOf('shape', 'one-3-') } })).toEqual({});
    const thousand = nest(1_000, 'deep');
    let taken = 0;
    for (let at = 0; at < thousand.length; at += 100) {
      taken += 100 - Object.keys(world.refusals(aisha, ...put(...thousand.slice(at, at + 100)))).length;
    }
    expect(taken).toBe(8);
  });

  test("[P15] staff too cannot put one pupil's work into another pupil's frame, where its author would lose it", () => {
    const world = new BoardWorld();
    const hers = shape('frame', 'hers');
    drawn(world, zainab, hers);
    drawn(world, oliver, note);
    const into = (parentId: string): unknown => world.refusals(reed, { op: 'update', id: note.id, set: { parentId } });
    expect(into(hers.id)).toEqual({ 0: 'BAD_PARENT' });
    world.must(reed, ...put(frame));
    expect(into(frame.id)).toEqual({});
    expect(world.seenBy(oliver).get(note.id)?.['parentId']).toBe(frame.id);
  });

  test('[P15] a shape, an arrow, or what is no frame holds nothing', () => {
    const world = new BoardWorld();
    world.must(oliver, ...put(note));
    expect(world.refusals(oliver, ...put(shape('note', 'on', { parentId: note.id })))).toEqual({ 0: 'BAD_PARENT' });
  });
});

describe('deleting a container', () => {
  test('[P16] takes what the edit lists, and moves the rest out through every level', () => {
    const world = new BoardWorld();
    const inner = shape('frame', 'inner', { parentId: frame.id, x: 10, y: 10 });
    const held = shape('note', 'held', { parentId: inner.id, x: 1, y: 2 });
    const staffs = shape('note', 'staffs', { parentId: inner.id, x: 3, y: 4 });
    world.must(reed, ...put(frame, inner, staffs));
    drawn(world, aisha, held);
    world.must(reed, { op: 'delete', id: frame.id }, { op: 'delete', id: inner.id });
    expect(world.seenBy(aisha).get(held.id)).toMatchObject({ parentId: 'page:page', x: 111, y: 62 });
    expect(world.seenByAll().get(staffs.id)).toMatchObject({ parentId: 'page:page', x: 113, y: 64 });
  });

  test('[P16] says nothing of unseen things in the answer, listed or not', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(frame));
    const held = shape('note', 'held', { parentId: frame.id });
    drawn(world, aisha, held);
    const ops = [
      { op: 'delete', id: frame.id },
      { op: 'delete', id: held.id },
    ] as const;
    expect(world.refusals(reed, ...ops)).toEqual({ 1: 'NO_SUCH_RECORD' });
    expect(world.seenBy(aisha).has(held.id)).toBe(true);
  });

  test('[P16] composes a waiting move with the base it rests on', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(frame));
    released(world, { ...note, parentId: frame.id, x: 5, y: 5 });
    changed(world, { by: oliver, id: note.id, set: { x: 20 } });
    world.must(bello, { op: 'delete', id: frame.id });
    expect(world.seenBy(aisha).get(note.id)).toMatchObject({ parentId: 'page:page', x: 105, y: 55 });
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ parentId: 'page:page', x: 120, y: 55 });
  });

  test('[P16] keeps the order of what moves out', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(frame));
    const three = ['c', 'a', 'b'].map((name, i) => shape('note', name, { parentId: frame.id, index: `a${i + 1}` }));
    world.must(reed, ...put(...three));
    const order = (): unknown[] =>
      [...world.seenByAll().values()]
        .filter((record) => three.some(({ id }) => id === record.id))
        .toSorted((one, other) => (String(one['index']) < String(other['index']) ? -1 : 1))
        .map(({ id }) => id);
    expect(order()).toEqual(three.map(({ id }) => id));
    world.must(reed, { op: 'delete', id: frame.id });
    expect(order()).toEqual(three.map(({ id }) => id));
  });

  test('[P16] as browsers do it, with all in it and the arrows at it, leaves nobody behind', () => {
    const world = new BoardWorld();
    const arrow = shape('arrow', 'arrow');
    world.must(reed, ...put(frame, { ...note, parentId: frame.id }));
    released(world, arrow, binding('hold', { arrow: arrow.id, to: note.id }));
    const ops = deleteAsBrowser(world, { actor: bello, stage: { name: '' } }, frame.id);
    expect(ops.map(({ op }) => op)).toEqual(['delete', 'delete', 'delete', 'update']);
    expect(world.refusals(bello, ...ops)).toEqual({});
    expect([...world.seenByAll().keys()].filter((id) => !id.startsWith('document'))).toEqual(['page:page', arrow.id]);
  });

  test('[P9] [P16] a rejected frame leaves what waits in it on the page, still to be decided', () => {
    const world = new BoardWorld();
    const first = drawn(world, oliver, frame);
    const second = drawn(world, oliver, { ...note, parentId: frame.id, x: 1, y: 1 });
    decided(world, first, 'reject');
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ parentId: 'page:page', x: 101, y: 51 });
    decided(world, second, 'board');
    expect(world.seenBy(aisha).get(note.id)).toMatchObject({ x: 101, y: 51 });
  });
});

describe('pages', () => {
  const second = page('second');

  test('[P17] go with all that is on them, in frames, unseen, and of every school', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(second, { ...frame, parentId: second.id }));
    const arrow = shape('arrow', 'arrow');
    released(world, { ...note, parentId: frame.id });
    released(world, arrow, binding('hold', { arrow: arrow.id, to: note.id }));
    drawn(world, aisha, shape('note', 'hers', { parentId: frame.id }));
    world.must(bello, { op: 'delete', id: second.id });
    expect([...world.state.slots.entries()].map(([id]) => id).toSorted()).toEqual([
      'document:document',
      'page:page',
      arrow.id,
    ]);
    expect(world.openCases('south')).toEqual([]);
  });

  test('[P17] go without what has only a waiting move there, and that move is taken back', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(second, { ...frame, parentId: second.id }));
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { parentId: second.id, x: 40, 'props.color': 'red' } });
    world.must(bello, { op: 'delete', id: second.id });
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ parentId: 'page:page', x: 0, props: { color: 'red' } });
    expect(world.openCases('north')).toHaveLength(1);
  });

  test("[P17] are in every view and staff's alone: named and ordered by them, put away by nobody", () => {
    const world = new BoardWorld();
    world.must(reed, ...put(second));
    expect(world.hide(reed, second.id)).toEqual({ refused: 'FORBIDDEN' });
    expect(world.hide(reed, 'document:document')).toEqual({ refused: 'FORBIDDEN' });
    world.must(bello, { op: 'update', id: second.id, set: { name: 'Rivers' } });
    for (const actor of everybody) expect(world.seenBy(actor).get(second.id)?.['name']).toBe('Rivers');
    for (const id of [second.id, 'document:document']) {
      expect(world.refusals(oliver, { op: 'update', id, set: { name: 'Mine' } })).toEqual({ 0: 'FORBIDDEN' });
      expect(world.refusals(oliver, { op: 'delete', id })).toEqual({ 0: 'FORBIDDEN' });
    }
    expect(world.refusals(reed, { op: 'delete', id: 'document:document' })).toEqual({ 0: 'FORBIDDEN' });
    const another = { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} };
    expect(world.refusals(reed, { op: 'create', record: another })).toEqual({ 0: 'FORBIDDEN' });
    world.must(reed, { op: 'delete', id: 'page:page' });
    expect(world.refusals(bello, { op: 'delete', id: second.id })).toEqual({ 0: 'LAST_PAGE' });
  });
});
