import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed, zainab } from '../board-world.ts';
import { putAwayAllOf } from '../putting-away.ts';
import { image, shape } from '../records.ts';
import { drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });

describe('putting away all that a pupil has on a board', () => {
  test('[P40] takes what everybody sees, what waits and pictures, and leaves all that others made', () => {
    const world = new BoardWorld();
    const picture = image('picture', world.upload(oliver, 'photo'));
    released(world, note, picture);
    drawn(world, oliver, shape('note', 'waits'));
    world.must(zainab, ...put(shape('note', 'hers')));
    world.must(aisha, ...put(shape('note', 'theirs')));
    world.must(reed, ...put(shape('note', 'teacher')));
    const before = new Map(world.seenBy(bello));
    const gone = putAwayAllOf(world, { by: reed, person: oliver.person });
    expect(gone).toEqual([note.id, picture.id, shape('note', 'waits').id].toSorted());
    for (const id of gone) expect(seers(world, id), id).toEqual(['reed']);
    const left = [...world.seenByAll().keys()].filter((id) => id.startsWith('shape:'));
    expect(left).toEqual([shape('note', 'teacher').id]);
    expect(world.refusals(oliver, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'PUT_AWAY' });
    // Undo of the delete of something that is put away: it is not there for its author any more.
    expect(world.refusals(oliver, { op: 'delete', id: note.id })).toEqual({ 0: 'PUT_AWAY' });
    expect(putAwayAllOf(world, { by: reed, person: oliver.person, bringBack: gone as string[] })).toEqual(gone);
    expect(world.seenBy(bello)).toEqual(before);
  });

  test('[P40] what comes back is what the same act put away, not what was put away before it', () => {
    const world = new BoardWorld();
    released(world, note, shape('note', 'rude'));
    world.hide(reed, shape('note', 'rude').id);
    const gone = putAwayAllOf(world, { by: reed, person: oliver.person });
    expect(gone).toEqual([note.id]);
    putAwayAllOf(world, { by: reed, person: oliver.person, bringBack: gone as string[] });
    expect(seers(world, note.id)).toHaveLength(5);
    expect(seers(world, shape('note', 'rude').id)).toEqual(['reed']);
  });

  test('[P40] [P14] [P22] a frame goes with all in it, and a group comes back whole', () => {
    const world = new BoardWorld();
    const group = shape('group', 'group');
    const [one, two] = ['one', 'two'].map((name) => shape('note', name, { parentId: group.id }));
    if (!one || !two) throw new Error('nothing was made');
    released(world, frame, group, one, two);
    world.must(reed, ...put(inside));
    const gone = putAwayAllOf(world, { by: reed, person: oliver.person });
    expect(gone).toEqual([frame.id, group.id, inside.id, one.id, two.id].toSorted());
    putAwayAllOf(world, { by: reed, person: oliver.person, bringBack: [one.id] });
    expect(seers(world, two.id)).toHaveLength(5);
    expect(seers(world, frame.id)).toEqual(['reed']);
  });

  test("[P40] [P23] is for staff, of their own school's pupils; everybody else's people are nobody", () => {
    const world = new BoardWorld();
    released(world, note);
    expect(putAwayAllOf(world, { by: bello, person: oliver.person })).toBe('NOT_FOUND');
    expect(putAwayAllOf(world, { by: bello, person: 'nobody' })).toBe('NOT_FOUND');
    expect(putAwayAllOf(world, { by: zainab, person: oliver.person })).toBe('FORBIDDEN');
    expect(putAwayAllOf(world, { by: reed, person: reed.person })).toBe('FORBIDDEN');
    expect(putAwayAllOf(world, { by: reed, person: zainab.person })).toEqual([]);
    // Ids of another school's things bring nothing back.
    world.must(bello, ...put(frame));
    world.hide(bello, frame.id);
    expect(
      putAwayAllOf(world, { by: reed, person: oliver.person, bringBack: [frame.id, note.id, 'shape:none'] }),
    ).toEqual([]);
    expect(seers(world, note.id)).toHaveLength(5);
  });
});
