import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed } from '../board-world.ts';
import { shape } from '../records.ts';
import { decided, drawn, put, released } from './start.ts';

function stack(world: BoardWorld): string[] {
  return [...world.seenByAll().values()]
    .filter(({ typeName }) => typeName === 'shape')
    .toSorted((one, other) => (String(one['index']) < String(other['index']) ? -1 : 1))
    .map(({ id }) => id);
}

const notes = (...names: string[]): ReturnType<typeof shape>[] =>
  names.map((name, i) => shape('note', name, { index: `a${i + 2}` }));

describe('order keys', () => {
  test('[P18] tell nothing of hidden strokes: the hundredth mark gets the key the first would have got', () => {
    const keys = [0, 90].map((hidden) => {
      const world = new BoardWorld();
      const strokes = Array.from({ length: hidden }, (_, i) =>
        shape('draw', `hidden-${i}-`, { index: `a${(i % 8) + 1}` }),
      );
      if (hidden > 0) world.must(oliver, ...put(...strokes));
      world.wait();
      const mark = shape('note', 'mark', { index: hidden > 0 ? 'a9z' : 'a1' });
      released(world, mark);
      return world.seenByAll().get(mark.id)?.['index'];
    });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).not.toBe('a1');
  });

  test('[P18] keep the order of what one decision lets out, whatever the ids say', () => {
    const world = new BoardWorld();
    const four = notes('d', 'b', 'a', 'c');
    released(world, ...four);
    expect(stack(world)).toEqual(four.map(({ id }) => id));
  });

  test('[P18] keep their order within one edit of staff, however it is sorted', () => {
    const world = new BoardWorld();
    const four = notes('d', 'b', 'a', 'c');
    world.must(reed, ...put(...four.toReversed()));
    expect(stack(world)).toEqual(four.map(({ id }) => id));
  });

  test('[P18] place a layer between the released siblings it lay between', () => {
    const world = new BoardWorld();
    const [below, above] = [shape('note', 'below', { index: 'a1' }), shape('note', 'above', { index: 'a5' })];
    world.must(reed, ...put(below, above));
    const seen = world.seenBy(oliver);
    const between = `${String(seen.get(below.id)?.['index'])}V`;
    const mark = shape('note', 'mark', { index: between });
    released(world, mark);
    expect(stack(world)).toEqual([below.id, mark.id, above.id]);
    expect(world.seenByAll().get(mark.id)?.['index']).not.toBe(between);
  });

  test('[P18] are new for the class too, and again for the board', () => {
    const world = new BoardWorld();
    const mark = shape('note', 'mark', { index: 'a8' });
    const id = drawn(world, oliver, mark);
    decided(world, id, 'school');
    expect(world.seenBy(oliver).get(mark.id)?.['index']).not.toBe('a8');
    world.undo(reed, id);
    expect(world.seenBy(oliver).get(mark.id)?.['index']).toBe('a8');
    decided(world, id, 'board');
    expect(world.seenBy(bello).get(mark.id)?.['index']).not.toBe('a8');
  });

  test('[P18] are never equal, however often one place is asked for', () => {
    const world = new BoardWorld();
    for (let i = 0; i < 120; i += 1)
      world.must(i % 2 ? reed : bello, ...put(shape('note', `n-${i}-`, { index: 'a1' })));
    const keys = [...world.seenByAll().values()].map((record) => record['index']);
    expect(new Set(keys).size).toBe(keys.length);
    expect(Math.max(...keys.map((key) => String(key ?? '').length))).toBeLessThan(40);
    world.must(aisha, ...put(shape('note', 'mine', { index: String(keys.at(-1)) })));
  });
});
