import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed } from '../board-world.ts';
import { binding, recordIdOf, shape } from '../records.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });

describe('putting away', () => {
  test('[P22] takes a frame with all in it, and brings it back with all in it', () => {
    const world = new BoardWorld();
    const inner = shape('frame', 'inner', { parentId: frame.id });
    released(world, frame, inside, inner, shape('note', 'deep', { parentId: inner.id }));
    world.hide(reed, frame.id);
    for (const id of [frame.id, inside.id, inner.id, recordIdOf('shape', 'deep')])
      expect(seers(world, id)).toEqual(['reed']);
    for (const id of [frame.id, inside.id]) {
      expect(world.refusals(oliver, { op: 'update', id, set: { x: 1 } })).toEqual({ 0: 'PUT_AWAY' });
      expect(world.refusals(oliver, { op: 'delete', id })).toEqual({ 0: 'PUT_AWAY' });
      expect(world.refusals(bello, { op: 'delete', id })).toEqual({ 0: 'NO_SUCH_RECORD' });
    }
    expect(world.views[0]?.model.items().get(frame.id)?.stamp.putAway).toBe(true);
    world.hide(reed, frame.id, false);
    expect(world.views[0]?.model.items()).toEqual(world.views[0]?.tracked.items);
    expect(world.views[0]?.model.items().get(frame.id)?.stamp).not.toHaveProperty('putAway');
    for (const id of [frame.id, inside.id]) expect(seers(world, id)).toHaveLength(5);
  });

  test("[P22] [P23] is for the own school's work, and what is not seen cannot be put away", () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, frame);
    expect(world.hide(bello, frame.id)).toEqual({ refused: 'NOT_FOUND' });
    expect(world.hide(bello, recordIdOf('shape', 'never'))).toEqual({ refused: 'NOT_FOUND' });
    expect(world.hide(oliver, frame.id)).toEqual({ refused: 'NOT_FOUND' });
    decided(world, id, 'board');
    expect(world.hide(bello, frame.id)).toEqual({ refused: 'FORBIDDEN' });
  });

  test('[P2] [P22] a waiting move into a frame does not take from others what they see when the frame goes', () => {
    const world = new BoardWorld();
    const note = shape('note', 'note');
    released(world, frame, note);
    changed(world, { by: oliver, id: note.id, set: { parentId: frame.id } });
    world.hide(reed, frame.id);
    expect(seers(world, note.id)).toEqual(['reed', 'bello', 'zainab', 'aisha']);
  });

  test('[P20] [P22] [P27] what others put into a frame that is out of sight for its author is so too', () => {
    const world = new BoardWorld();
    const held = shape('frame', 'held');
    released(world, frame);
    drawn(world, oliver, held);
    changed(world, { by: oliver, id: frame.id, set: { parentId: held.id } });
    world.hide(reed, held.id);
    world.must(bello, ...put(inside));
    expect(seers(world, inside.id)).toEqual(['reed', 'bello', 'zainab', 'aisha']);
    world.must(bello, { op: 'delete', id: inside.id }, { op: 'create', record: inside });
    expect(seers(world, inside.id)).toEqual(['reed', 'bello', 'zainab', 'aisha']);
  });

  test('[P22] [P20] what another school put into a frame is out of sight with it, and cannot be changed unseen', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(frame));
    const hers = shape('note', 'hers', { parentId: frame.id });
    drawn(world, aisha, hers);
    world.hide(reed, frame.id);
    expect(seers(world, hers.id)).toEqual([]);
    expect(world.refusals(aisha, { op: 'update', id: hers.id, set: { x: 1 } })).toEqual({ 0: 'NO_SUCH_RECORD' });
    world.hide(reed, frame.id, false);
    expect(seers(world, hers.id)).toEqual(['bello', 'aisha']);
  });

  test('[P22] a decision lets nothing out of what is put away before it is brought back', () => {
    const world = new BoardWorld();
    released(world, frame);
    const id = changed(world, { by: oliver, id: frame.id, set: { x: 44 } });
    world.hide(reed, frame.id);
    decided(world, id, 'board');
    expect(seers(world, frame.id)).toEqual(['reed']);
    world.hide(reed, frame.id, false);
    expect(world.seenBy(aisha).get(frame.id)?.['x']).toBe(44);
  });

  test('[P22] [P12] an arrow to it loses its binding, and has it again afterwards', () => {
    const world = new BoardWorld();
    const [arrow, note] = [shape('arrow', 'arrow'), shape('note', 'note')];
    const hold = binding('hold', { arrow: arrow.id, to: note.id });
    released(world, note);
    world.must(bello, ...put(arrow, hold));
    world.hide(reed, note.id);
    expect(seers(world, hold.id)).toEqual(['reed']);
    expect(seers(world, arrow.id)).toHaveLength(5);
    world.hide(reed, note.id, false);
    expect(seers(world, hold.id)).toHaveLength(5);
  });
});
