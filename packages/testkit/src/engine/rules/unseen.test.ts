import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed, zainab } from '../board-world.ts';
import { binding, recordIdOf, shape } from '../records.ts';
import { drawn, put } from './start.ts';

const hidden = shape('frame', 'hidden');
const held = binding('held', { arrow: shape('arrow', 'arrow').id, to: shape('geo', 'target').id });

/** One board where this id is somebody's waiting work, and one where it never was. */
function twoWorlds(): BoardWorld[] {
  return [true, false].map((isThere) => {
    const world = new BoardWorld();
    world.must(reed, ...put(shape('geo', 'target'), shape('note', 'plain')));
    if (isThere) drawn(world, oliver, hidden, shape('arrow', 'arrow'), held);
    return world;
  });
}

describe('what is not seen', () => {
  test.each([
    ['changing it', [{ op: 'update', id: hidden.id, set: { x: 1 } }]],
    ['locking it', [{ op: 'update', id: hidden.id, set: { isLocked: true } }]],
    ['giving it nonsense', [{ op: 'update', id: hidden.id, set: { x: 'far', meta: { a: 1 } } }]],
    ['deleting it', [{ op: 'delete', id: hidden.id }]],
    [
      'deleting a waiting binding with what it holds',
      [
        { op: 'delete', id: shape('geo', 'target').id },
        { op: 'delete', id: held.id },
      ],
    ],
    [
      'moving a waiting arrow with that',
      [
        { op: 'delete', id: shape('geo', 'target').id },
        { op: 'update', id: shape('arrow', 'arrow').id, set: { x: 4 } },
      ],
    ],
    ['putting something into it', put(shape('note', 'new', { parentId: hidden.id }))],
    ['moving something into it', [{ op: 'update', id: shape('note', 'plain').id, set: { parentId: hidden.id } }]],
    [
      'binding to it',
      [...put(shape('arrow', 'mine')), ...put(binding('mine', { arrow: shape('arrow', 'mine').id, to: hidden.id }))],
    ],
    ['binding from it', put(binding('mine', { arrow: hidden.id, to: shape('geo', 'target').id }))],
  ] as const)('[P23] %s is answered as if it had never been', (_, ops) => {
    for (const actor of [aisha, bello, zainab]) {
      const answers = twoWorlds().map((world) => {
        const outcome = world.edit(actor, ops);
        if (outcome.kind !== 'entry') throw new Error(outcome.kind);
        return JSON.stringify([outcome.refused, [...outcome.whose]]);
      });
      expect(answers[0]).toBe(answers[1]);
    }
  });

  test('[P12] [P23] a waiting binding does not turn a change of a seen arrow into one that rides along', () => {
    const ends = [true, false].map((isThere) => {
      const world = new BoardWorld();
      const [target, arrow] = [shape('geo', 'target'), shape('arrow', 'arrow')];
      world.must(reed, ...put(target));
      const id = drawn(world, oliver, arrow);
      world.decide(reed, { case: id, verdict: 'board' });
      if (isThere) drawn(world, oliver, held);
      const pull = { op: 'update', id: arrow.id, set: { x: 4, 'props.end': { x: 9, y: 9 } } } as const;
      world.must(bello, { op: 'delete', id: target.id }, pull);
      return world.seenBy(aisha).get(arrow.id);
    });
    expect(ends[0]).toEqual(ends[1]);
    expect(ends[0]?.['x']).toBe(4);
  });

  test('[P21] an id in use is BAD_ID to everybody, seen or not, also after it has gone', () => {
    const world = new BoardWorld();
    drawn(world, oliver, hidden);
    for (const actor of [oliver, reed, zainab, aisha, bello]) {
      expect(world.refusals(actor, ...put(hidden))).toEqual({ 0: 'BAD_ID' });
    }
    world.must(reed, { op: 'delete', id: hidden.id });
    for (const actor of [oliver, zainab, aisha, bello])
      expect(world.refusals(actor, ...put(hidden))).toEqual({ 0: 'BAD_ID' });
  });

  test.each([
    ['too short', 'shape:abc'],
    ['too long', `shape:${'a'.repeat(22)}`],
    ['a foreign letter', 'shape:aaaaaaaaaaaaaaaaaaaé'],
    ['another kind', 'camera:aaaaaaaaaaaaaaaaaaaaa'],
    ['no kind', 'a'.repeat(27)],
    ['a list', ['shape:aaaaaaaaaaaaaaaaaaaaa']],
    ['no string', { toString: 1, valueOf: 1 }],
    ['a number', 7],
    ['nothing', null],
  ])('[P21] an id that is %s is BAD_ID', (_, id) => {
    const world = new BoardWorld();
    const record = { ...shape('note', 'x'), id };
    expect(world.refusals(oliver, { op: 'create', record })).toEqual({ 0: 'BAD_ID' });
  });

  test("[P21] what a record is never changes, and locks and stamps are not a pupil's to give", () => {
    const world = new BoardWorld();
    const note = shape('note', 'mine');
    world.must(oliver, ...put(note));
    const sets = [
      { id: recordIdOf('shape', 'b') },
      { typeName: 'page' },
      { type: 'geo' },
      { props: {} },
      { meta: { a: 1 } },
      { 'meta.a': 1 },
      { isLocked: true },
      { fromId: note.id },
    ];
    for (const set of sets) {
      expect(world.refusals(oliver, { op: 'update', id: note.id, set })).toEqual({ 0: 'FORBIDDEN_FIELD' });
    }
    world.must(reed, { op: 'update', id: note.id, set: { isLocked: true } });
    expect(world.refusals(oliver, { op: 'update', id: note.id, set: { x: 1 } }, { op: 'delete', id: note.id })).toEqual(
      {
        0: 'LOCKED',
        1: 'LOCKED',
      },
    );
    world.must(reed, { op: 'update', id: note.id, set: { isLocked: false, x: 3 } });
    world.must(oliver, { op: 'delete', id: note.id });
  });

  test('[P20] arrows are bound to shapes, never to arrows, to themselves, or from what is no arrow', () => {
    const world = new BoardWorld();
    const [one, two, note] = [shape('arrow', 'one'), shape('arrow', 'two'), shape('note', 'note')];
    world.must(oliver, ...put(one, two, note));
    const bind = (arrow: string, to: string): unknown => world.refusals(oliver, ...put(binding('b', { arrow, to })));
    expect(bind(one.id, two.id)).toEqual({ 0: 'BAD_RECORD' });
    expect(bind(one.id, one.id)).toEqual({ 0: 'BAD_RECORD' });
    expect(bind(note.id, one.id)).toEqual({ 0: 'BAD_RECORD' });
    expect(bind(one.id, note.id)).toEqual({});
    const id = binding('b', { arrow: one.id, to: note.id }).id;
    expect(world.refusals(oliver, { op: 'update', id, set: { toId: two.id } })).toEqual({ 0: 'BAD_RECORD' });
    expect(world.refusals(oliver, { op: 'update', id, set: { toId: 'page:page' } })).toEqual({ 0: 'BAD_RECORD' });
  });
});
