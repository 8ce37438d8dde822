import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');

describe('taking back', () => {
  test('[P5] a case ends as withdrawn when its last change is undone by hand, and keeps the others', () => {
    const world = new BoardWorld();
    const other = shape('note', 'other');
    released(world, note, other);
    world.must(
      oliver,
      { op: 'update', id: note.id, set: { x: 5, y: 6 } },
      { op: 'update', id: other.id, set: { x: 5 } },
    );
    const [id = ''] = world.openCases('north');
    world.must(oliver, { op: 'update', id: note.id, set: { x: 0 } });
    expect(world.state.slots.get(note.id)?.layers.map(({ fields }) => fields)).toEqual([{ y: 6 }]);
    world.must(oliver, { op: 'update', id: note.id, set: { y: 0 } });
    expect(world.ownCase(oliver, id)).toMatchObject({ status: 'waiting', records: [other.id] });
    world.must(oliver, { op: 'update', id: other.id, set: { x: 0 } });
    expect(world.ownCase(oliver, id)?.status).toBe('withdrawn');
  });

  test('[P5] a change that base catches up with needs no decision any more', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = changed(world, { by: oliver, id: note.id, set: { x: 5 } });
    world.must(bello, { op: 'update', id: note.id, set: { x: 5 } });
    expect(world.ownCase(oliver, id)?.status).toBe('withdrawn');
  });

  test('[P7] work that waits goes at once, and comes back to wait in the same case', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    world.must(oliver, { op: 'delete', id: note.id });
    expect(world.openCases('north')).toEqual([]);
    world.must(oliver, ...put(note));
    expect(world.openCases('north')).toEqual([id]);
    decided(world, id, 'board');
    expect(world.seenBy(aisha).has(note.id)).toBe(true);
  });

  test('[P7] base and waiting change come back together, each where it was', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { x: 60 } });
    const mine = world.seenBy(oliver).get(note.id);
    world.must(oliver, { op: 'delete', id: note.id });
    for (const actor of everybody) expect(world.seenBy(actor).has(note.id)).toBe(false);
    world.must(oliver, ...put({ ...note, ...mine }));
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(60);
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(0);
    expect(world.openCases('north')).toHaveLength(1);
  });

  test('[P7] [P11] what the class saw comes back to the class without reopening its decision', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    decided(world, id, 'school');
    const mine = world.seenBy(oliver).get(note.id);
    world.must(oliver, { op: 'delete', id: note.id });
    world.must(oliver, ...put({ ...note, ...mine }));
    expect(world.seenBy(zainab).has(note.id)).toBe(true);
    expect(world.ownCase(oliver, id)?.status).toBe('approved');
  });

  test('[P7] [P21] what a teacher or a decision took off, its author cannot bring back', () => {
    const world = new BoardWorld();
    released(world, note);
    const approved = world.seenBy(oliver).get(note.id);
    world.must(reed, { op: 'delete', id: note.id });
    expect(world.refusals(oliver, { op: 'create', record: { ...approved } })).toEqual({ 0: 'BAD_ID' });
    const rejected = shape('note', 'rejected');
    decided(world, drawn(world, oliver, rejected), 'reject');
    expect(world.refusals(oliver, ...put(rejected))).toEqual({ 0: 'BAD_ID' });
    expect(world.seenBy(aisha).has(note.id)).toBe(false);
  });

  test('[P7] what a pupil took back, no member of staff can bring back either', () => {
    const world = new BoardWorld();
    released(world, note);
    const approved = world.seenBy(oliver).get(note.id);
    world.must(oliver, { op: 'delete', id: note.id });
    for (const actor of [reed, bello, zainab, aisha]) {
      expect(world.refusals(actor, { op: 'create', record: { ...approved } })).toEqual({ 0: 'BAD_ID' });
    }
  });

  test("[P7] [P24] staff undo their own delete of a pupil's work, exactly as it was or not at all", () => {
    const world = new BoardWorld();
    released(world, note);
    const approved = { ...world.seenBy(bello).get(note.id) };
    world.must(bello, { op: 'delete', id: note.id });
    expect(world.refusals(bello, { op: 'create', record: { ...approved, x: 1 } })).toEqual({ 0: 'BAD_ID' });
    expect(world.refusals(bello, { op: 'create', record: approved })).toEqual({});
    expect(world.seenBy(aisha).get(note.id)).toEqual(approved);
  });

  test('[P7] [P13] nothing comes back into a frame that is gone', () => {
    const world = new BoardWorld();
    const inside = shape('note', 'inside', { parentId: frame.id });
    released(world, frame, inside);
    const mine = { ...world.seenBy(oliver).get(inside.id) };
    world.must(oliver, { op: 'delete', id: inside.id });
    world.must(oliver, { op: 'delete', id: frame.id });
    expect(world.refusals(oliver, { op: 'create', record: mine })).toEqual({ 0: 'BAD_PARENT' });
  });
});
