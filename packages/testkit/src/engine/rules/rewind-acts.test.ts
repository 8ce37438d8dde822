import { previewRewind, type Actor } from '@bridgeboard/domain';
import type { Op } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed, zainab } from '../board-world.ts';
import { binding, richText, shape } from '../records.ts';
import { begin, pastOf, replayed, rewind, rewound, seenByEach } from '../rewinding.ts';
import { changed, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');

describe('a rewind', () => {
  test('[HIST2] [P23] does not depend on what waits in the other school, and does not count it', () => {
    const world = new BoardWorld();
    const from = begin(world);
    world.must(reed, ...put(frame));
    const hers = shape('arrow', 'hers', { parentId: frame.id });
    drawn(world, aisha, hers, binding('hers', { arrow: hers.id, to: frame.id }));
    expect(rewound(world, { by: reed, person: reed, from })).toEqual({ records: 1, fields: 0, skipped: 0 });
    // P16: it stands on the page now.
    expect(world.seenBy(aisha).get(hers.id)?.['parentId']).toBe('page:page');
  });

  test('[P26] [HIST1] can itself be undone, and be done again for a shorter time', () => {
    const world = new BoardWorld();
    released(world, note);
    const early = begin(world);
    changed(world, { by: oliver, id: note.id, set: { x: 1 } });
    const late = begin(world);
    changed(world, { by: oliver, id: note.id, set: { x: 2 } });
    world.must(oliver, ...put(shape('note', 'new')));
    const before = seenByEach(world);
    const first = begin(world);
    rewound(world, { by: reed, person: oliver, from: early });
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(0);
    world.now += 1;
    rewound(world, { by: reed, person: reed, from: first });
    expect(seenByEach(world)).toEqual(before);
    rewind(world, { actor: reed, person: oliver.person, from: late, to: first });
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(1);
    expect(world.seenBy(oliver).has(shape('note', 'new').id)).toBe(false);
  });

  test('[P26] is for staff: of pupils of their own school, and of themselves', () => {
    const world = new BoardWorld();
    const from = begin(world);
    for (const by of [reed, oliver]) world.must(by, ...put(shape('note', by.person)));
    const asks: [Actor, string, string][] = [
      [bello, oliver.person, 'NOT_FOUND'],
      [bello, reed.person, 'NOT_FOUND'],
      [bello, 'nobody', 'NOT_FOUND'],
      [oliver, oliver.person, 'NOT_FOUND'],
      [zainab, oliver.person, 'NOT_FOUND'],
      [{ ...reed, person: 'reeds-colleague' }, reed.person, 'FORBIDDEN'],
      [reed, zainab.person, 'CHANGED'],
    ];
    for (const [actor, person, code] of asks) {
      expect(rewind(world, { actor, person, from, to: world.now }), `${actor.person} ${person}`).toEqual({
        refused: code,
      });
    }
  });

  test('[P26] is not for who has left the board, or is no staff there any more', () => {
    for (const event of [
      { kind: 'remove-member', person: reed.person, why: 'left' },
      { kind: 'change-member', person: reed.person, role: 'pupil' },
    ] as const) {
      const world = new BoardWorld();
      const from = begin(world);
      world.must(oliver, ...put(note));
      world.rule(null, event);
      const span = { actor: reed, person: oliver.person, from, to: world.now };
      expect(rewind(world, span)).toEqual({ refused: 'NOT_FOUND' });
    }
  });

  test('[P26] can be counted before it is done, and counting moves nothing', () => {
    const world = new BoardWorld();
    released(world, note, frame);
    const from = begin(world);
    changed(world, { by: oliver, id: note.id, set: { x: 9 } });
    world.must(oliver, { op: 'delete', id: frame.id });
    const before = seenByEach(world);
    const span = { actor: reed, person: oliver.person, from, to: world.now };
    const count = previewRewind(world.state, { ...span, past: pastOf(world, span), now: world.now });
    expect(seenByEach(world)).toEqual(before);
    expect(count).toEqual({ records: 2, added: 0, erased: 1, changed: 1, fields: 1, skipped: 0 });
    expect(rewind(world, span)).toMatchObject({ count });
  });

  test('[P26] leaves alone what changed after its past was read', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note, frame));
    const from = begin(world);
    world.must(bello, { op: 'update', id: note.id, set: { x: 9 } }, { op: 'update', id: frame.id, set: { x: 9 } });
    const span = { actor: bello, person: bello.person, from, to: world.now };
    const past = pastOf(world, span);
    world.must(reed, { op: 'update', id: note.id, set: { x: 10 } });
    const count = previewRewind(world.state, { ...span, past, now: world.now });
    expect(count).toMatchObject({ records: 1, fields: 1, skipped: 1 });
  });

  test('[P26] [P32] of more than an entry can hold is kept in parts', () => {
    const world = new BoardWorld();
    const words = richText('字字字字字字字 '.repeat(1_200));
    const notes = Array.from({ length: 170 }, (_, i) => shape('note', `long-${i}-`, { 'props.richText': words }));
    for (let i = 0; i < notes.length; i += 85) world.must(reed, ...put(...notes.slice(i, i + 85)));
    const from = begin(world);
    const emptied = notes.map(({ id }): Op => ({ op: 'update', id, set: { 'props.richText': richText('') } }));
    for (let i = 0; i < notes.length; i += 85) world.must(reed, ...emptied.slice(i, i + 85));
    const span = { actor: reed, person: reed.person, from, to: world.now };
    expect(rewind(world, span)).toMatchObject({ count: { records: notes.length } });
    expect(world.journal.slice(-3).map(({ facts }) => facts.kind)).toEqual(['part', 'part', 'commit']);
    const [, long] = notes;
    expect(replayed(world.journal).slots.get(long?.id ?? '')?.base).toMatchObject({ props: long?.['props'] });
  });
});
