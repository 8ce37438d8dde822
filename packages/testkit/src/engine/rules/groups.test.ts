import type { Actor } from '@bridgeboard/domain';
import type { BoardRecord, Op } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { binding, shape } from '../records.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const [one, two, three] = ['one', 'two', 'three'].map((name, i) =>
  shape('note', name, { x: 10 * i, index: `a${i + 1}` }),
);
const group = shape('group', 'group', { x: 100, y: 50 });
const members = [one, two].flatMap((record) => record ?? []);
const all = [group, ...members];

/** What the editor says when somebody groups these: first the group, then who moves in. */
function grouping(...records: readonly BoardRecord[]): Op[] {
  return [
    ...put(group),
    ...records.map((record): Op => ({ op: 'update', id: record.id, set: { parentId: group.id } })),
  ];
}

/** A board on which a group of two is out for everybody. */
function withGroup(by: Actor = oliver): BoardWorld {
  const world = new BoardWorld();
  if (by.role === 'staff') world.must(by, ...put(...members), ...grouping(...members));
  else {
    released(world, ...members);
    world.must(by, ...grouping(...members));
    world.wait();
    for (const id of world.openCases('north')) decided(world, id, 'board');
  }
  return world;
}

const parentOf = (world: BoardWorld, actor: Actor, record: BoardRecord | undefined): unknown =>
  world.seenBy(actor).get(record?.id ?? '')?.['parentId'];

describe('groups', () => {
  test('[P14] are released together, whichever of their parts is decided', () => {
    for (const part of [0, 1, 2]) {
      const world = new BoardWorld();
      const cases = members.map((record) => drawn(world, oliver, record));
      world.must(oliver, ...grouping(...members));
      world.wait();
      const ids = [...cases, ...world.openCases('north').filter((id) => !cases.includes(id))];
      const id = ids[part] ?? '';
      expect(world.caseFor(reed, id)?.records).toEqual(all.map((record) => record.id).toSorted());
      decided(world, id, 'board');
      for (const record of members) expect(parentOf(world, aisha, record)).toBe(group.id);
      expect(world.openCases('north')).toEqual([]);
      expect(world.undo(reed, id)).toHaveProperty('entry');
      for (const { id: each } of all) expect(seers(world, each)).toEqual(['reed', 'oliver']);
    }
  });

  test('[P14] are rejected together: what was out before is where it was, and nothing else is left', () => {
    const world = new BoardWorld();
    released(world, ...members);
    const added = drawn(world, oliver, shape('note', 'added'));
    world.must(oliver, ...grouping(...members, shape('note', 'added')));
    world.wait();
    decided(world, added, 'reject');
    expect(seers(world, group.id)).toEqual([]);
    expect(seers(world, shape('note', 'added').id)).toEqual([]);
    for (const record of members) {
      expect(world.seenBy(oliver).get(record.id)).toEqual(world.seenBy(aisha).get(record.id));
      expect(parentOf(world, oliver, record)).toBe('page:page');
    }
  });

  test('[P14] [P22] are put away and brought back together, whichever part is meant', () => {
    for (const { id } of all) {
      const world = withGroup();
      world.hide(reed, id);
      for (const each of all) expect(seers(world, each.id)).toEqual(['reed']);
      world.hide(reed, members[0]?.id ?? '', false);
      for (const each of all) expect(seers(world, each.id)).toHaveLength(5);
    }
  });

  test('[P14] [P7] are deleted together, and come back together', () => {
    for (const actor of [oliver, bello]) {
      const world = withGroup();
      const before = all.map(({ id }) => world.seenBy(actor).get(id)).flatMap((record) => record ?? []);
      world.must(actor, { op: 'delete', id: group.id });
      for (const { id } of all) expect(seers(world, id)).toEqual([]);
      world.must(actor, ...put(...before));
      for (const { id } of all) expect(seers(world, id)).toHaveLength(5);
      expect(world.openCases('north')).toEqual([]);
    }
  });

  test('[P14] are taken apart by an edit that moves out what stands in them', () => {
    const world = withGroup();
    const out = members.map((record): Op => ({ op: 'update', id: record.id, set: { parentId: 'page:page', x: 1 } }));
    world.must(oliver, ...out, { op: 'delete', id: group.id });
    expect(seers(world, group.id)).toEqual([]);
    for (const record of members) expect(parentOf(world, aisha, record)).toBe('page:page');
    expect(world.seenBy(oliver).get(members[0]?.id ?? '')?.['x']).toBe(1);
  });

  test('[P14] have one author: nobody puts a thing into a group of somebody else, staff neither', () => {
    const world = withGroup();
    const mine = shape('note', 'mine');
    const into = { op: 'update', id: mine.id, set: { parentId: group.id } } as const;
    for (const actor of [zainab, bello, reed]) {
      const record = shape('note', `${actor.person}-s`, { parentId: group.id });
      expect(world.refusals(actor, ...put(record))).toEqual({ 0: 'BAD_PARENT' });
    }
    released(world, mine);
    world.must(reed, into);
    expect(parentOf(world, aisha, mine)).toBe(group.id);
    const staffs = shape('group', 'staffs');
    expect(world.refusals(reed, ...put(staffs), { op: 'update', id: mine.id, set: { parentId: staffs.id } })).toEqual({
      1: 'BAD_PARENT',
    });
    expect(seers(world, staffs.id)).toEqual([]);
  });

  test('[P14] [P15] may hold frames and groups of the same author, and stand in them', () => {
    const world = new BoardWorld();
    const frame = shape('frame', 'frame');
    const outer = shape('group', 'outer');
    released(world, frame, ...members);
    world.must(oliver, ...grouping(...members));
    world.must(
      oliver,
      ...put(outer),
      ...[frame, group].map((record): Op => ({ op: 'update', id: record.id, set: { parentId: outer.id } })),
    );
    expect(parentOf(world, oliver, group)).toBe(outer.id);
    expect(parentOf(world, reed, members[1])).toBe(group.id);
    world.wait();
    decided(world, world.openCases('north')[0] ?? '', 'board');
    for (const { id } of [outer, frame, ...all]) expect(seers(world, id)).toHaveLength(5);
  });

  test('[P14] [P20] with one thing or none in it do not stay: what was in it moves out, and nothing vanishes', () => {
    const world = new BoardWorld();
    world.must(oliver, ...put(...members));
    world.must(oliver, ...grouping(...members.slice(0, 1)));
    expect(seers(world, group.id)).toEqual([]);
    expect(parentOf(world, oliver, members[0])).toBe('page:page');
    const standing = withGroup();
    standing.must(bello, { op: 'delete', id: members[0]?.id ?? '' });
    expect(seers(standing, group.id)).toEqual([]);
    expect(standing.seenBy(aisha).get(members[1]?.id ?? '')).toMatchObject({ parentId: 'page:page', x: 110, y: 50 });
  });

  test('[P14] [P23] what waits takes no group apart for those who do not see it', () => {
    const world = withGroup();
    const before = world.seenBy(aisha);
    changed(world, { by: oliver, id: members[0]?.id ?? '', set: { parentId: 'page:page' } });
    expect(world.seenBy(aisha)).toEqual(before);
    for (const record of members) expect(parentOf(world, oliver, record)).toBe('page:page');
    expect(world.seenBy(oliver).has(group.id)).toBe(false);
    decided(world, world.openCases('north')[0] ?? '', 'board');
    expect(seers(world, group.id)).toEqual([]);
    for (const record of members) expect(parentOf(world, aisha, record)).toBe('page:page');
  });

  test('[P14] [P23] deleting a group leaves unseen what waits in it, and takes only what is seen there', () => {
    const world = withGroup();
    const held = shape('note', 'held', { parentId: group.id, x: 1, y: 1 });
    drawn(world, oliver, held);
    world.must(bello, { op: 'delete', id: group.id });
    expect(parentOf(world, oliver, held)).toBe('page:page');
    expect(seers(world, members[0]?.id ?? '')).toEqual([]);
  });

  test('[P3] [P14] go no further than what is put into them', () => {
    const world = new BoardWorld();
    drawn(world, oliver, ...members.slice(0, 1));
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'own-school' });
    world.must(oliver, ...put(...members.slice(1)), ...grouping(...members));
    expect(seers(world, group.id)).toEqual(['reed', 'oliver']);
    expect(parentOf(world, oliver, members[1])).toBe(group.id);
    expect(parentOf(world, zainab, members[1])).toBe('page:page');
  });

  test('[P14] hold no end of an arrow, and have no words', () => {
    const world = withGroup(reed);
    const arrow = shape('arrow', 'arrow');
    const hold = binding('hold', { arrow: arrow.id, to: group.id });
    expect(world.refusals(bello, ...put(arrow, hold))).toEqual({ 1: 'BAD_RECORD' });
    const odd = shape('group', 'odd', { 'props.text': 'hello' });
    expect(world.refusals(bello, ...put(odd))).toEqual({ 0: 'BAD_RECORD' });
  });

  test('[P14] in mode open are there at once, and put away as one', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'open' });
    world.must(oliver, ...put(...members, three ?? group));
    world.must(oliver, ...grouping(...members));
    for (const { id } of all) expect(seers(world, id)).toHaveLength(5);
    world.wait();
    decided(world, world.openCases('north')[0] ?? '', 'reject');
    for (const { id } of all) expect(seers(world, id)).toEqual(['reed']);
  });
});

test("[P14] [P16] what stood in a deleted frame does not come to stand in somebody else's group around it", () => {
  const world = new BoardWorld();
  const frame = shape('frame', 'frame', { x: 10, y: 10 });
  const hers = shape('note', 'hers', { parentId: frame.id, x: 1, y: 2 });
  world.must(reed, ...put(frame, ...members));
  world.must(reed, ...grouping(frame, ...members));
  drawn(world, aisha, hers);
  world.must(reed, { op: 'delete', id: frame.id });
  expect(world.seenBy(aisha).get(hers.id)).toMatchObject({ parentId: 'page:page', x: 111, y: 62 });
  expect(seers(world, group.id)).toHaveLength(5);
});
