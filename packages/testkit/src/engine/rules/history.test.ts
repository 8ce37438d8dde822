import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed } from '../board-world.ts';
import { binding, page, recordIdOf, richText, shape } from '../records.ts';
import { begin, rewind, rewound, seenByEach } from '../rewinding.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });
const arrow = shape('arrow', 'arrow');
const hold = binding('hold', { arrow: arrow.id, to: note.id });

/** What of an id decides where in a gap its order key falls (P18). */
function jitterOf(id: string): string {
  const seed = createHash('sha256').update(JSON.stringify(id)).digest('hex').slice(0, 12);
  return [...seed].map((digit) => Number.parseInt(digit, 16) % 2).join('');
}

describe('rewinding somebody', () => {
  test('[P26] takes off what they made, with an audit event, and tells its author as any delete does', () => {
    const world = new BoardWorld();
    const before = seenByEach(world);
    const from = begin(world);
    const id = drawn(world, oliver, frame, inside);
    expect(rewound(world, { by: reed, person: oliver, from })).toEqual({ records: 2, fields: 0, skipped: 0 });
    expect(seenByEach(world)).toEqual(before);
    expect(world.ownCase(oliver, id)?.status).toBe('withdrawn');
    expect(world.journal.at(-1)?.facts).toMatchObject({ kind: 'edit', actor: reed });
    const event = { action: 'person.rewind', by: reed.person, subjects: [oliver.person, frame.id, inside.id] };
    expect(world.journal.at(-1)?.audit).toEqual([event]);
  });

  test('[P26] sets fields back in what waits and in base, each to what that was before', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { x: 10 } });
    const from = begin(world);
    changed(world, { by: oliver, id: note.id, set: { x: 20, y: 20 } });
    changed(world, { by: oliver, id: note.id, set: { x: 30 } });
    world.must(reed, { op: 'update', id: note.id, set: { 'props.color': 'red' } });
    rewound(world, { by: reed, person: oliver, from });
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ x: 10, y: 0, props: { color: 'red' } });
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(0);
    const staffFrom = begin(world);
    const table = shape('geo', 'table');
    world.must(bello, ...put(table));
    world.must(bello, { op: 'update', id: table.id, set: { x: 5 } });
    world.wait();
    const later = world.now;
    world.must(bello, { op: 'update', id: table.id, set: { x: 7, rotation: 1 } });
    expect(rewound(world, { by: bello, person: bello, from: later })).toEqual({ records: 1, fields: 2, skipped: 0 });
    expect(world.seenByAll().get(table.id)).toMatchObject({ x: 5, rotation: 0 });
    rewound(world, { by: bello, person: bello, from: staffFrom });
    expect(world.seenByAll().has(table.id)).toBe(false);
  });

  test('[P26] leaves alone what others changed later, also where the person changed it again before', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note));
    const from = begin(world);
    world.must(bello, { op: 'update', id: note.id, set: { x: 1, y: 1, opacity: 0.5 } });
    world.must(reed, { op: 'update', id: note.id, set: { x: 2, y: 2 } });
    world.must(bello, { op: 'update', id: note.id, set: { x: 3 } });
    expect(rewound(world, { by: bello, person: bello, from })).toEqual({ records: 1, fields: 2, skipped: 1 });
    expect(world.seenByAll().get(note.id)).toMatchObject({ x: 2, y: 2, opacity: 1 });
  });

  test('[P26] [HIST3] brings back what they erased, other people’s arrows to it included', () => {
    const world = new BoardWorld();
    released(world, note, frame, inside);
    world.must(bello, ...put(arrow, hold));
    const before = seenByEach(world);
    const from = begin(world);
    world.must(oliver, { op: 'delete', id: note.id }, { op: 'delete', id: frame.id });
    expect(world.seenBy(aisha).get(inside.id)?.['parentId']).toBe('page:page');
    const count = rewound(world, { by: reed, person: oliver, from });
    expect(seenByEach(world)).toEqual(before);
    // The note, the frame, what stood in it, the binding, and the arrow's end.
    expect(count.records).toBe(5);
  });

  test('[HIST3] [P12] leaves an arrow where it is that somebody has put elsewhere since', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(bello, ...put(arrow, hold));
    const from = begin(world);
    world.must(oliver, { op: 'delete', id: note.id });
    world.must(bello, { op: 'update', id: arrow.id, set: { 'props.end': { x: 7, y: 7 } } });
    rewound(world, { by: reed, person: oliver, from });
    expect(world.seenByAll().has(note.id)).toBe(true);
    expect(world.seenByAll().has(hold.id)).toBe(false);
    expect(world.seenByAll().get(arrow.id)?.['props']).toMatchObject({ end: { x: 7, y: 7 } });
  });

  test('[HIST2] keeps what others have built on: put into it, bound to it or changed of it', () => {
    const builds: ((world: BoardWorld) => void)[] = [
      (world) => world.must(reed, ...put(shape('note', 'guest', { parentId: frame.id }))),
      (world) => world.must(reed, ...put(arrow, binding('to-frame', { arrow: arrow.id, to: frame.id }))),
      (world) => world.must(reed, { op: 'update', id: frame.id, set: { 'props.name': 'Fish' } }),
    ];
    for (const build of builds) {
      const world = new BoardWorld();
      const from = begin(world);
      released(world, frame);
      const made = shape('note', 'made');
      drawn(world, oliver, made);
      build(world);
      const after = rewound(world, { by: reed, person: oliver, from });
      expect(after).toMatchObject({ records: 1, skipped: 1 });
      expect(world.seenByAll().has(frame.id)).toBe(true);
      expect(world.seenBy(oliver).has(made.id)).toBe(false);
    }
  });

  test('[HIST1] [P10] keeps what has been approved since, unless that approval has been undone', () => {
    const world = new BoardWorld();
    const from = begin(world);
    const id = released(world, note);
    expect(rewind(world, { actor: reed, person: oliver.person, from, to: world.now })).toEqual({ refused: 'CHANGED' });
    world.undo(reed, id);
    rewound(world, { by: reed, person: oliver, from });
    expect(world.seenBy(oliver).has(note.id)).toBe(false);
  });

  test('[P26] never puts into base what waits, nor lets the other school see it', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { 'props.richText': richText('a secret') } });
    const from = begin(world);
    world.must(oliver, { op: 'delete', id: note.id });
    rewound(world, { by: reed, person: oliver, from });
    expect(JSON.stringify([...world.seenBy(aisha), ...world.seenByAll()])).not.toContain('secret');
    expect(JSON.stringify([...world.seenBy(oliver)])).toContain('secret');
    expect(world.openCases('north')).toHaveLength(1);
  });

  test('[HIST3] [P9] does not bring back what a teacher or a decision has taken off', () => {
    const world = new BoardWorld();
    const from = begin(world);
    decided(world, drawn(world, oliver, note), 'reject');
    const other = shape('note', 'other');
    drawn(world, oliver, other);
    world.must(reed, { op: 'delete', id: other.id });
    expect(rewind(world, { actor: reed, person: oliver.person, from, to: world.now })).toEqual({ refused: 'CHANGED' });
  });

  test('[P26] takes back what everybody saw at once, in mode open, and what is back is looked at again', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'open' });
    world.must(oliver, ...put(note));
    const [id = ''] = [...world.state.cases.entries()].map(([key]) => key);
    const from = begin(world);
    world.must(oliver, { op: 'update', id: note.id, set: { x: 5 } }, ...put(frame));
    rewound(world, { by: reed, person: oliver, from });
    expect(world.seenByAll().get(note.id)?.['x']).toBe(0);
    expect(world.seenByAll().has(frame.id)).toBe(false);
    const later = begin(world);
    world.must(oliver, { op: 'delete', id: note.id });
    expect(world.caseFor(reed, id)?.status).toBe('withdrawn');
    rewound(world, { by: reed, person: oliver, from: later });
    expect(world.seenByAll().has(note.id)).toBe(true);
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
  });

  test('[P26] [P18] gives what is back a new order key where somebody has the old one by now', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note));
    const before = world.seenByAll().get(note.id)?.['index'];
    const from = begin(world);
    world.must(reed, { op: 'delete', id: note.id });
    let same = shape('note', 'same');
    for (let i = 0; jitterOf(same.id) !== jitterOf(note.id); i += 1)
      same = { ...same, id: recordIdOf('shape', `same-${i}-`) };
    world.must(bello, ...put(same));
    expect(world.seenByAll().get(same.id)?.['index']).toBe(before);
    rewound(world, { by: reed, person: reed, from });
    expect(world.seenByAll().get(same.id)?.['index']).toBe(before);
    expect(world.seenByAll().get(note.id)?.['index']).not.toBe(before);
  });

  test('[HIST2] [P17] never takes off a page, which may carry what nobody here can see', () => {
    const world = new BoardWorld();
    const from = begin(world);
    const second = page('second');
    world.must(reed, ...put(second, note));
    drawn(world, aisha, shape('note', 'there', { parentId: second.id }));
    expect(rewound(world, { by: reed, person: reed, from })).toEqual({ records: 1, fields: 0, skipped: 1 });
    expect(world.seenByAll().has(second.id)).toBe(true);
    const later = begin(world);
    world.must(reed, { op: 'delete', id: second.id });
    expect(world.seenBy(aisha).has(shape('note', 'there').id)).toBe(false);
    rewound(world, { by: reed, person: reed, from: later });
    expect(world.seenBy(aisha).has(shape('note', 'there').id)).toBe(true);
  });
});
