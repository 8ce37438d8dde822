import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { binding, page, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const arrow = shape('arrow', 'arrow');
const hold = binding('hold', { arrow: arrow.id, to: note.id });
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });

const seenByEach = (world: BoardWorld): unknown => everybody.map((actor) => world.seenBy(actor));

describe('undo of a decision', () => {
  test.each(['board', 'school'] as const)(
    '[P10] takes an arrow, its binding and its note back from %s together',
    (to) => {
      const world = new BoardWorld();
      const id = drawn(world, oliver, note, arrow, hold, frame, inside);
      const before = seenByEach(world);
      decided(world, id, to);
      expect(world.undo(reed, id)).toHaveProperty('entry');
      expect(seenByEach(world)).toEqual(before);
    },
  );

  test('[P10] restores the former base where an approval changed one', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = changed(world, { by: oliver, id: note.id, set: { x: 30 } });
    decided(world, id, 'board');
    world.undo(reed, id);
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(0);
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(30);
  });

  test('[P7] [P10] never brings back what its author has taken back since', () => {
    for (const verdict of ['board', 'school', 'return'] as const) {
      const world = new BoardWorld();
      const id = drawn(world, oliver, note);
      decided(world, id, verdict);
      world.must(oliver, { op: 'delete', id: note.id });
      expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
      expect(world.seenBy(reed).has(note.id)).toBe(false);
    }
  });

  test('[P7] [P10] nor a rejected change of what its author has taken back since', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = changed(world, { by: oliver, id: note.id, set: { x: 9 } });
    decided(world, id, 'reject');
    world.must(oliver, { op: 'delete', id: note.id });
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
  });

  test('[P10] answers CHANGED after a new change, after hiding, and where something has come to stand on it', () => {
    const acts: ((world: BoardWorld) => void)[] = [
      (world) => world.must(oliver, { op: 'update', id: frame.id, set: { x: 1 } }),
      (world) => void world.hide(reed, frame.id),
      (world) => world.must(bello, ...put(shape('note', 'guest', { parentId: frame.id }))),
      (world) => decided(world, drawn(world, oliver, inside), 'board'),
    ];
    for (const act of acts) {
      const world = new BoardWorld();
      const id = released(world, frame);
      act(world);
      expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
      expect(world.seenBy(reed).has(frame.id)).toBe(true);
    }
  });

  test('[P10] [P23] does not depend on what waits in the other school', () => {
    const world = new BoardWorld();
    const id = released(world, note);
    const hers = shape('arrow', 'hers');
    drawn(world, aisha, hers, binding('hers', { arrow: hers.id, to: note.id }));
    expect(world.undo(reed, id)).toHaveProperty('entry');
    // P12: where the note went, her arrow stands at a fixed point.
    expect(world.seenBy(aisha).get(hers.id)?.['props']).toMatchObject({ end: { x: 100, y: 100 } });
  });

  test('[P10] answers CHANGED where the page is gone that rejected work stood on', () => {
    const world = new BoardWorld();
    const second = page('second');
    world.must(reed, ...put(second));
    const id = drawn(world, oliver, shape('note', 'there', { parentId: second.id }));
    decided(world, id, 'reject');
    world.must(bello, { op: 'delete', id: second.id });
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
  });

  test('[P10] has nothing to take back twice, before a decision, or of another school', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
    decided(world, id, 'board');
    for (const actor of [bello, oliver, zainab]) expect(world.undo(actor, id)).toEqual({ refused: 'NOT_FOUND' });
    world.undo(reed, id);
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
    decided(world, id, 'school');
    expect(world.seenBy(aisha).has(note.id)).toBe(false);
  });
});
