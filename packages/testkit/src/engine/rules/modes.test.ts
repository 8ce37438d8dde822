import type { BoardMode } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { binding, shape } from '../records.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });

/** A board on which the north school has this mode. */
function inMode(mode: BoardMode): BoardWorld {
  const world = new BoardWorld();
  world.rule(null, { kind: 'allow-open', allowed: true });
  world.rule(reed, { kind: 'set-mode', school: 'north', mode });
  return world;
}

const reachOf = (world: BoardWorld, id: string): string[] => [
  ...(world.state.slots.get(id)?.base ? ['board'] : []),
  ...(world.state.slots.get(id)?.layers ?? []).map((layer) => layer.reach),
];

describe('mode own-school', () => {
  test('[P3] lets the own school see at once, and nobody else before a decision', () => {
    const world = inMode('own-school');
    const id = drawn(world, oliver, note);
    expect(seers(world, note.id)).toEqual(['reed', 'oliver', 'zainab']);
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
    decided(world, id, 'board');
    expect(seers(world, note.id)).toHaveLength(5);
    expect(world.state.slots.get(note.id)?.layers).toEqual([]);
  });

  test('[P3] leaves what waits where it waits: a field that the held layer sets, and the whole of a place', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { x: 5 } });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'own-school' });
    world.must(oliver, { op: 'update', id: note.id, set: { y: 7, 'props.color': 'red' } });
    expect(world.state.slots.get(note.id)?.layers).toMatchObject([
      { reach: 'school', fields: { 'props.color': 'red' } },
      { reach: 'held', fields: { x: 5, y: 7 } },
    ]);
    expect(world.seenBy(zainab).get(note.id)).toMatchObject({ x: 0, y: 0, props: { color: 'red' } });
  });

  test('[P3] [P13] holds what points to something held, and lets out with it what waits', () => {
    const world = new BoardWorld();
    const arrow = shape('arrow', 'arrow');
    drawn(world, oliver, frame);
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'own-school' });
    world.must(oliver, ...put(inside, arrow, binding('hold', { arrow: arrow.id, to: frame.id })));
    expect(reachOf(world, inside.id)).toEqual(['held']);
    expect(reachOf(world, arrow.id)).toEqual(['school']);
    expect(world.seenBy(zainab).has(inside.id)).toBe(false);
  });

  test('[P3] what comes late is held, in every mode', () => {
    for (const mode of ['held', 'own-school', 'open'] as const) {
      const world = inMode(mode);
      world.edit(oliver, put(note), true);
      expect(reachOf(world, note.id)).toEqual(['held']);
    }
  });

  test('[P8] waits for the board: returned, or kept for the school, from where it can go to the board later', () => {
    const world = inMode('own-school');
    const id = drawn(world, oliver, note);
    decided(world, id, 'return');
    world.must(oliver, { op: 'update', id: note.id, set: { x: 2 } });
    world.wait();
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
    decided(world, id, 'school');
    expect(world.caseFor(reed, id)?.status).toBe('approved');
    for (const verdict of ['school', 'return', 'reject'] as const) {
      expect(world.decide(reed, { case: id, verdict })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    }
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(2);
    expect(world.caseFor(reed, id)?.hash).toBeUndefined();
  });

  test('[P8] [SEC-40] what was let out to the school and then changed is not what was looked at', () => {
    const world = inMode('own-school');
    const id = drawn(world, oliver, note);
    const hash = world.caseFor(reed, id)?.hash ?? '';
    decided(world, id, 'school');
    const later = changed(world, { by: oliver, id: note.id, set: { x: 9 } });
    expect(later).not.toBe(id);
    expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    expect(world.decide(reed, { case: later, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    decided(world, later, 'board');
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(9);
  });

  test('[P9] reject takes back what no decision let out, and undo brings it back', () => {
    const world = inMode('own-school');
    released(world, frame);
    const id = drawn(world, oliver, inside);
    const change = changed(world, { by: oliver, id: frame.id, set: { x: 3 } });
    decided(world, id, 'reject');
    expect(seers(world, inside.id)).toEqual([]);
    expect(world.undo(reed, id)).toHaveProperty('entry');
    expect(seers(world, inside.id)).toEqual(['reed', 'oliver', 'zainab']);
    decided(world, change, 'reject');
    for (const actor of [oliver, zainab, aisha]) expect(world.seenBy(actor).get(frame.id)?.['x']).toBe(0);
  });

  test('[P9] reject of a held change leaves what the school was let see, and that can still go to the board', () => {
    const world = inMode('own-school');
    const first = drawn(world, oliver, note);
    decided(world, first, 'school');
    world.edit(oliver, [{ op: 'update', id: note.id, set: { x: 4 } }], true);
    world.wait();
    const held = world.state.slots.get(note.id)?.layers.at(-1)?.case ?? '';
    decided(world, held, 'reject');
    expect(world.seenBy(zainab).get(note.id)?.['x']).toBe(0);
    decided(world, first, 'board');
    expect(seers(world, note.id)).toHaveLength(5);
  });

  test('[P5] an undone change disappears, above base and above the own school layer', () => {
    const world = inMode('own-school');
    drawn(world, oliver, note);
    changed(world, { by: oliver, id: note.id, set: { x: 5 } });
    world.edit(oliver, [{ op: 'update', id: note.id, set: { x: 8 } }], true);
    expect(reachOf(world, note.id)).toEqual(['school', 'held']);
    world.edit(oliver, [{ op: 'update', id: note.id, set: { x: 5 } }], true);
    expect(reachOf(world, note.id)).toEqual(['school']);
  });

  test('[P5] a held change back to what base has is a change where the school sees something else', () => {
    const world = inMode('own-school');
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { x: 5 } });
    world.edit(oliver, [{ op: 'update', id: note.id, set: { x: 0 } }], true);
    expect(world.seenBy(oliver).get(note.id)?.['x']).toBe(0);
    expect(world.seenBy(zainab).get(note.id)?.['x']).toBe(5);
  });

  test('[P18] gives what goes out at once an order key of its own, which tells nothing of what waits', () => {
    const world = inMode('own-school');
    for (const name of ['a', 'b', 'c']) world.edit(oliver, put(shape('note', name, { index: 'a5' })), true);
    world.must(oliver, ...put({ ...note, index: 'a5V' }));
    const alone = inMode('own-school');
    alone.must(oliver, ...put({ ...note, index: 'a5V' }));
    expect(world.seenBy(zainab).get(note.id)).toEqual(alone.seenBy(zainab).get(note.id));
  });
});

describe('mode open', () => {
  test('[P3] [MOD2] lets everybody see at once, and staff look afterwards', () => {
    const world = inMode('open');
    const id = drawn(world, oliver, note);
    expect(seers(world, note.id)).toHaveLength(5);
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
    expect(world.caseFor(bello, id)).toBeNull();
    decided(world, id, 'board');
    expect(world.ownCase(oliver, id)?.status).toBe('approved');
    expect(world.undo(reed, id)).toHaveProperty('entry');
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
  });

  test('[MOD2] reject puts it away with all in it, and undo brings back just that', () => {
    const world = inMode('open');
    const id = drawn(world, oliver, frame);
    world.must(oliver, ...put(inside));
    world.must(bello, ...put(shape('note', 'guest', { parentId: frame.id })));
    decided(world, id, 'reject');
    for (const { id: each } of [frame, inside]) expect(seers(world, each)).toEqual(['reed']);
    expect(world.refusals(oliver, { op: 'update', id: inside.id, set: { x: 1 } })).toEqual({ 0: 'PUT_AWAY' });
    expect(world.undo(reed, id)).toHaveProperty('entry');
    for (const { id: each } of [frame, inside]) expect(seers(world, each)).toHaveLength(5);
    expect(world.decide(reed, { case: id, verdict: 'school' })).toEqual({ refused: 'NOT_SUPPORTED' });
  });

  test('[MOD2] sent back stays on the board with its note, and the next change goes on with the same case', () => {
    const world = inMode('open');
    const id = drawn(world, oliver, note);
    decided(world, id, 'return');
    expect(seers(world, note.id)).toHaveLength(5);
    expect(world.ownCase(oliver, id)).toMatchObject({ status: 'returned', note: 'Which fish?' });
    world.must(oliver, { op: 'update', id: note.id, set: { x: 3 } });
    world.wait();
    expect(world.openCases('north')).toEqual([id]);
    expect(world.caseFor(reed, id)?.status).toBe('waiting');
  });

  test('[MOD2] [P8] names the exact content, whoever changes it, and a decided case ends', () => {
    const world = inMode('open');
    const id = drawn(world, oliver, note);
    const hash = world.caseFor(reed, id)?.hash ?? '';
    world.must(bello, { op: 'update', id: note.id, set: { x: 6 } });
    expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    decided(world, id, 'board');
    world.must(oliver, { op: 'update', id: note.id, set: { x: 7 } });
    const [next] = world.openCases('north');
    expect(next).not.toBe(id);
    world.must(oliver, { op: 'delete', id: note.id });
    expect(world.ownCase(oliver, next ?? '')?.status).toBe('withdrawn');
  });

  test('[MOD1] [MOD2] what waits and what is looked at afterwards are two cases, drawn in one go or not', () => {
    const world = inMode('open');
    const [late, now] = [shape('note', 'late'), shape('note', 'now')];
    world.edit(oliver, put(late), true);
    world.must(oliver, ...put(now));
    expect(world.openCases('north')).toHaveLength(2);
  });

  test('[P3] a change on top of what is not out yet goes no further than that', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    decided(world, drawn(world, oliver, frame), 'school');
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'open' });
    for (const { id } of [note, frame]) world.must(oliver, { op: 'update', id, set: { x: 1 } });
    expect(reachOf(world, note.id)).toEqual(['held']);
    expect(reachOf(world, frame.id)).toEqual(['school']);
  });
});

describe('what hangs together over reaches', () => {
  test('[P16] what the school sees in a container moves out with it, though its author has moved it elsewhere meanwhile', () => {
    const world = inMode('own-school');
    world.must(oliver, ...put({ ...frame, x: 100, y: 50 }, { ...inside, x: 3, y: 4 }));
    world.edit(oliver, [{ op: 'update', id: inside.id, set: { parentId: 'page:page', x: 500 } }], true);
    world.must(oliver, { op: 'delete', id: frame.id });
    expect(world.seenBy(zainab).get(inside.id)).toMatchObject({ parentId: 'page:page', x: 103, y: 54 });
    expect(world.seenBy(oliver).get(inside.id)).toMatchObject({ parentId: 'page:page', x: 500 });
  });

  test('[P12] [P2] the end that the school sees stands where the school saw it, not where it was moved unseen', () => {
    const world = inMode('own-school');
    const arrow = shape('arrow', 'arrow');
    world.must(oliver, ...put(note, arrow, binding('hold', { arrow: arrow.id, to: note.id })));
    world.edit(oliver, [{ op: 'update', id: note.id, set: { x: 5_000 } }], true);
    world.must(oliver, { op: 'delete', id: note.id });
    expect(world.seenBy(zainab).get(arrow.id)?.['props']).toMatchObject({ end: { x: 100, y: 100 } });
  });

  test('[P5] [P7] a case that is decided and then begins anew is about what is back, and no more', () => {
    const world = new BoardWorld();
    const other = shape('note', 'other');
    const id = drawn(world, oliver, note, other);
    world.must(oliver, { op: 'delete', id: other.id });
    decided(world, id, 'board');
    world.must(oliver, ...put(other));
    expect(world.state.cases.get(id)).toMatchObject({ state: 'open', records: [other.id] });
  });
});

describe('a change of mode', () => {
  test('[P11] affects later edits only: it releases nothing and withdraws nothing', () => {
    const modes: readonly BoardMode[] = ['held', 'own-school', 'open'];
    for (const before of modes) {
      for (const after of modes) {
        const world = inMode(before);
        drawn(world, oliver, note);
        const then = seers(world, note.id);
        world.rule(reed, { kind: 'set-mode', school: 'north', mode: after });
        expect(seers(world, note.id)).toEqual(then);
        expect(reachOf(world, note.id)).toEqual({ held: ['held'], 'own-school': ['school'], open: ['board'] }[before]);
      }
    }
  });

  test('[SG-08] mode open needs the word of the whole board, and without it everybody is in mode held again', () => {
    const world = new BoardWorld();
    const open = { kind: 'set-mode', school: 'north', mode: 'open' } as const;
    expect(world.govern(reed, open)).toEqual({ refused: 'NOT_IN_CHARTER' });
    expect(world.govern(null, open)).toEqual({ refused: 'NOT_IN_CHARTER' });
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, open);
    world.rule(null, { kind: 'allow-open', allowed: false });
    expect(world.state.schoolRules.get('north')?.mode).toBe('held');
  });
});
