import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed, zainab } from '../board-world.ts';
import { binding, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const arrow = shape('arrow', 'arrow');
const hold = binding('hold', { arrow: arrow.id, to: note.id });
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });

describe('release is closed', () => {
  test('[P12] [P13] an arrow takes its binding and the own note it points to along, from another case too', () => {
    const world = new BoardWorld();
    const first = drawn(world, oliver, note);
    const second = drawn(world, oliver, arrow, hold);
    expect(world.caseFor(reed, second)?.records).toEqual([hold.id, arrow.id, note.id].toSorted());
    decided(world, second, 'board');
    for (const { id } of [note, arrow, hold]) expect(world.seenBy(aisha).has(id)).toBe(true);
    // Its work has been let out with the other case: nothing is left of it to decide.
    expect(world.ownCase(oliver, first)?.status).toBe('withdrawn');
    expect(world.openCases('north')).toEqual([]);
  });

  test('[P13] what stands in an own frame takes the frame along, to the class as to the board', () => {
    for (const verdict of ['school', 'board'] as const) {
      const world = new BoardWorld();
      drawn(world, oliver, frame);
      const id = drawn(world, oliver, inside);
      decided(world, id, verdict);
      expect(world.seenBy(zainab).has(inside.id)).toBe(true);
      expect(world.seenBy(zainab).has(frame.id)).toBe(true);
      expect(world.seenBy(aisha).has(inside.id)).toBe(verdict === 'board');
    }
  });

  test('[P13] a frame may go without what waits in it', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, frame);
    drawn(world, oliver, inside);
    decided(world, id, 'board');
    expect(world.seenBy(aisha).has(frame.id)).toBe(true);
    expect(world.seenBy(aisha).has(inside.id)).toBe(false);
  });

  test('[P13] work that only the class sees cannot hold up what the board sees: it goes along', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, frame), 'school');
    const id = drawn(world, oliver, inside);
    expect(world.caseFor(reed, id)?.records).toEqual([frame.id, inside.id].toSorted());
    decided(world, id, 'school');
    expect(world.undo(reed, id)).toHaveProperty('entry');
    decided(world, id, 'board');
    expect(world.seenBy(aisha).has(frame.id)).toBe(true);
  });

  test("[P13] an arrow to another pupil's work that is out for the class only is NEEDS_OTHER_ITEM for the board", () => {
    const world = new BoardWorld();
    decided(world, drawn(world, zainab, note), 'school');
    const id = drawn(world, oliver, arrow, hold);
    expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'NEEDS_OTHER_ITEM' });
    decided(world, id, 'school');
    expect(world.seenBy(zainab).has(hold.id)).toBe(true);
  });

  test('[P13] staff cannot have base, or what the class sees, point to what is not out', () => {
    const world = new BoardWorld();
    drawn(world, oliver, frame);
    const own = shape('note', 'own');
    world.must(reed, ...put(own));
    expect(world.refusals(reed, ...put(shape('note', 'new', { parentId: frame.id })))).toEqual({
      0: 'NEEDS_OTHER_ITEM',
    });
    const into = { op: 'update', id: own.id, set: { parentId: frame.id } } as const;
    expect(world.refusals(reed, into)).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
    const forClass = shape('note', 'class');
    decided(world, drawn(world, oliver, forClass), 'school');
    expect(world.refusals(reed, { ...into, id: forClass.id })).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
  });

  test("[P13] staff cannot bind a pupil's arrow to what that pupil does not see", () => {
    const world = new BoardWorld();
    drawn(world, zainab, note);
    drawn(world, oliver, arrow);
    expect(world.refusals(reed, ...put(hold))).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
  });

  test('[P13] [P20] a waiting move that a move of base would close to a ring gives way, and nothing vanishes', () => {
    const world = new BoardWorld();
    const [a, b] = [shape('frame', 'a'), shape('frame', 'b')];
    released(world, a, b);
    const id = changed(world, { by: oliver, id: a.id, set: { parentId: b.id, 'props.color': 'red' } });
    world.must(bello, { op: 'update', id: b.id, set: { parentId: a.id } });
    for (const actor of [oliver, reed, aisha]) {
      expect(world.seenBy(actor).get(a.id)?.['parentId']).toBe('page:page');
      expect(world.seenBy(actor).get(b.id)?.['parentId']).toBe(a.id);
    }
    expect(world.seenBy(oliver).get(a.id)?.['props']).toMatchObject({ color: 'red' });
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(a.id)?.['props']).toMatchObject({ color: 'red' });
  });

  test('[P11] only decisions raise a reach: neither edits of the author nor of the teacher let anything out', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    changed(world, { by: oliver, id: note.id, set: { x: 3 } });
    changed(world, { by: reed, id: note.id, set: { x: 4 } });
    expect(world.seenBy(zainab).has(note.id)).toBe(false);
    expect(world.seenBy(aisha).has(note.id)).toBe(false);
  });

  test('[P11] rejecting a change lowers no reach: what the class was let see it goes on seeing', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, note), 'school');
    const id = changed(world, { by: oliver, id: note.id, set: { x: 50 } });
    decided(world, id, 'reject');
    expect(world.seenBy(zainab).get(note.id)?.['x']).toBe(0);
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(0);
    expect(world.undo(reed, id)).toHaveProperty('entry');
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(50);
  });
});
