import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, oliver, reed } from '../board-world.ts';
import { page, shape } from '../records.ts';
import { decided, drawn, put } from './start.ts';

const notes = (count: number, name = 'many'): ReturnType<typeof shape>[] =>
  Array.from({ length: count }, (_, i) => shape('note', `${name}-${i}-`));

function casesOf(world: BoardWorld): (readonly string[])[] {
  return [...world.state.cases.entries()].map(([, one]) => one.records);
}

describe('[MOD1] a burst', () => {
  test('[MOD1] takes in what its author draws on the page within 5 s of each other', () => {
    const world = new BoardWorld();
    world.must(oliver, ...put(shape('note', 'one')));
    world.wait(4_999);
    world.must(oliver, ...put(shape('note', 'two')));
    world.wait(4_999);
    world.must(oliver, ...put(shape('note', 'three')));
    expect(casesOf(world)).toHaveLength(1);
    world.wait(5_000);
    world.must(oliver, ...put(shape('note', 'four')));
    expect(casesOf(world).map((records) => records.length)).toEqual([3, 1]);
  });

  test('[MOD1] is one of one page and one author', () => {
    const world = new BoardWorld();
    const second = page('second');
    world.must(reed, ...put(second));
    world.must(oliver, ...put(shape('note', 'here'), shape('note', 'there', { parentId: second.id })));
    world.must(aisha, ...put(shape('note', 'hers')));
    expect(casesOf(world).map((records) => records.length)).toEqual([1, 1, 1]);
  });

  test('[MOD1] closes at 50 records, within one edit too, and the next one begins', () => {
    const world = new BoardWorld();
    world.must(oliver, ...put(...notes(100)));
    expect(casesOf(world).map((records) => records.length)).toEqual([50, 50]);
    for (const id of world.openCases('north')) expect(world.caseFor(reed, id)?.status).toBe('waiting');
    world.must(oliver, ...put(shape('note', 'another')));
    expect(casesOf(world)).toHaveLength(3);
  });

  test('[MOD1] is shown to its author as waiting at once, and to staff as being drawn', () => {
    const world = new BoardWorld();
    world.must(oliver, ...put(shape('note', 'one')));
    const [id = ''] = world.openCases('north');
    expect(world.ownCase(oliver, id)?.status).toBe('waiting');
    expect(world.ownCase(oliver, id)).not.toHaveProperty('hash');
    expect(world.caseFor(reed, id)?.status).toBe('drawing');
    world.wait(5_000);
    expect(world.caseFor(reed, id)).toMatchObject({ status: 'waiting', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('[MOD1] goes on in the reopened case for up to 60 s more', () => {
    const world = new BoardWorld();
    const note = shape('note', 'one');
    const id = drawn(world, oliver, note);
    for (let second = 1; second <= 14; second += 1) {
      world.must(oliver, { op: 'update', id: note.id, set: { x: second } });
      expect(world.caseFor(reed, id)?.status).toBe('drawing');
      world.wait(4_500);
    }
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
  });

  test('[MOD1] is not ended by a decision on an older case', () => {
    const world = new BoardWorld();
    const old = drawn(world, oliver, shape('note', 'old'));
    world.must(oliver, ...put(shape('note', 'one')));
    decided(world, old, 'board');
    world.must(oliver, ...put(shape('note', 'two')));
    expect(casesOf(world).map((records) => records.length)).toEqual([1, 2]);
  });

  test('[MOD1] loses what its author takes back, and is withdrawn when nothing is left', () => {
    const world = new BoardWorld();
    const [one, two] = [shape('note', 'one'), shape('note', 'two')];
    const id = drawn(world, oliver, one, two);
    world.must(oliver, { op: 'delete', id: one.id });
    expect(world.caseFor(reed, id)?.records).toEqual([two.id]);
    world.must(oliver, { op: 'delete', id: two.id });
    expect(world.ownCase(oliver, id)?.status).toBe('withdrawn');
    expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
  });
});
