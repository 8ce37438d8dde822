import { expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { richText, shape } from '../records.ts';
import { decided, drawn, released } from './start.ts';

const note = shape('note', 'note');

test('[MOD1] a burst closes after 5 quiet seconds, and no decision is taken before', () => {
  const world = new BoardWorld();
  world.must(oliver, { op: 'create', record: note });
  const [id = ''] = world.openCases('north');
  world.wait(4_999);
  expect(world.caseFor(reed, id)).toMatchObject({ status: 'drawing' });
  expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'STILL_DRAWING' });
  world.wait(1);
  expect(world.caseFor(reed, id)?.status).toBe('waiting');
});

test('[MOD1] a burst closes 60 s after its start however busy the hand is, and at 50 records', () => {
  const world = new BoardWorld();
  world.must(oliver, { op: 'create', record: note });
  for (let second = 0; second < 56; second += 4) {
    world.wait(4_000);
    world.must(oliver, { op: 'update', id: note.id, set: { x: second + 1 } });
  }
  expect(world.openCases('north')).toHaveLength(1);
  expect(world.caseFor(reed, world.openCases('north')[0] ?? '')?.status).toBe('drawing');
  world.wait(4_000);
  expect(world.caseFor(reed, world.openCases('north')[0] ?? '')?.status).toBe('waiting');

  const many = Array.from({ length: 51 }, (_, i) => ({ op: 'create' as const, record: shape('note', `many-${i}-`) }));
  world.must(zainab, ...many.slice(0, 50));
  world.must(zainab, ...many.slice(50));
  expect(world.openCases('north')).toHaveLength(3);
});

test('[MOD1] a later edit of a waiting item reopens the same case', () => {
  const world = new BoardWorld();
  const id = drawn(world, oliver, note);
  world.must(oliver, { op: 'update', id: note.id, set: { x: 9 } });
  expect(world.openCases('north')).toEqual([id]);
  expect(world.caseFor(reed, id)?.status).toBe('drawing');
});

test("[P8] a hash is about the exact content: any change makes it stale, the teacher's own too", () => {
  const world = new BoardWorld();
  const id = drawn(world, oliver, note);
  const hash = world.caseFor(reed, id)?.hash ?? '';
  world.must(reed, { op: 'update', id: note.id, set: { x: 12 } });
  expect(world.seenByAll().has(note.id)).toBe(false);
  expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
  decided(world, id, 'board');
  expect(world.seenByAll().get(note.id)?.['x']).toBe(12);
});

test("[P8] [P25] only staff of the author's school decide; to others a case is as one that never was", () => {
  const world = new BoardWorld();
  const id = drawn(world, oliver, note);
  const hash = world.caseFor(reed, id)?.hash ?? '';
  for (const actor of [bello, aisha, oliver]) {
    expect(world.decide(actor, { case: id, verdict: 'board', hash })).toEqual({ refused: 'NOT_FOUND' });
    expect(world.decide(actor, { case: 'never', verdict: 'board', hash })).toEqual({ refused: 'NOT_FOUND' });
  }
});

test('[P8] "only our school" shows work to the own school and nobody else, and "to the board" folds both layers', () => {
  const world = new BoardWorld();
  const id = drawn(world, oliver, note);
  decided(world, id, 'school');
  expect(world.seenBy(zainab).has(note.id)).toBe(true);
  expect(world.seenBy(aisha).has(note.id)).toBe(false);
  const again = (): string => world.openCases('north')[0] ?? '';
  world.must(oliver, { op: 'update', id: note.id, set: { x: 33 } });
  world.wait();
  expect(world.seenBy(zainab).get(note.id)?.['x']).toBe(0);
  decided(world, again(), 'board');
  expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(33);
});

test('[P9] reject drops new work, and of changed work only the change', () => {
  const world = new BoardWorld();
  decided(world, drawn(world, oliver, note), 'reject');
  expect(world.seenBy(oliver).has(note.id)).toBe(false);
  const kept = shape('note', 'kept');
  released(world, kept);
  world.must(oliver, { op: 'update', id: kept.id, set: { 'props.richText': richText('changed') } });
  world.wait();
  decided(world, world.openCases('north')[0] ?? '', 'reject');
  expect(world.seenBy(oliver).get(kept.id)).toEqual(world.seenBy(aisha).get(kept.id));
});

test('[P9] what is sent back stays with its note, and the next edit continues the same case', () => {
  const world = new BoardWorld();
  const id = drawn(world, oliver, note);
  decided(world, id, 'return');
  expect(world.ownCase(oliver, id)).toMatchObject({ status: 'returned', note: 'Which fish?' });
  expect(world.seenBy(oliver).has(note.id)).toBe(true);
  world.must(oliver, { op: 'update', id: note.id, set: { 'props.richText': richText('a trout') } });
  world.wait();
  expect(world.openCases('north')).toEqual([id]);
  expect(world.caseFor(reed, id)?.status).toBe('waiting');
});

test.each(['board', 'school', 'return', 'reject'] as const)(
  '[P10] undo of "%s" brings everything back as it was',
  (verdict) => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    const before = { reed: world.seenBy(reed), aisha: world.seenBy(aisha), oliver: world.seenBy(oliver) };
    decided(world, id, verdict);
    expect(world.undo(reed, id)).toHaveProperty('entry');
    expect({ reed: world.seenBy(reed), aisha: world.seenBy(aisha), oliver: world.seenBy(oliver) }).toEqual(before);
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
  },
);

test('[P10] undo of an approval answers CHANGED once the record moved on', () => {
  const world = new BoardWorld();
  const id = released(world, note);
  world.must(bello, { op: 'update', id: note.id, set: { x: 5 } });
  expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
  expect(world.undo(bello, id)).toEqual({ refused: 'NOT_FOUND' });
});

test('[P22] what is put away is gone for all but the own staff, and its author is told so', () => {
  const world = new BoardWorld();
  released(world, note);
  expect(world.hide(bello, note.id)).toEqual({ refused: 'FORBIDDEN' });
  world.hide(reed, note.id);
  for (const actor of [oliver, zainab, aisha, bello]) expect(world.seenBy(actor).has(note.id)).toBe(false);
  expect(world.seenBy(reed).has(note.id)).toBe(true);
  expect(world.refusals(oliver, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'PUT_AWAY' });
  expect(world.refusals(aisha, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'NO_SUCH_RECORD' });
  world.hide(reed, note.id, false);
  expect(world.seenBy(aisha).has(note.id)).toBe(true);
});
