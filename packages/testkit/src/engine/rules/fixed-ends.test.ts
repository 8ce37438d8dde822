import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed } from '../board-world.ts';
import { binding, shape } from '../records.ts';
import { decided, drawn, put, released } from './start.ts';

const target = shape('geo', 'target', { x: 200, y: 100 });
const arrow = shape('arrow', 'arrow', { x: 10, y: 10 });
const hold = binding('hold', { arrow: arrow.id, to: target.id });

function endOf(world: BoardWorld, actor: (typeof everybody)[number], id = arrow.id): unknown {
  const record = world.seenBy(actor).get(id);
  return record && (record['props'] as Record<string, unknown>)['end'];
}

function bound(): BoardWorld {
  const world = new BoardWorld();
  world.must(reed, ...put(target));
  released(world, arrow, hold);
  return world;
}

describe('where a bound shape goes', () => {
  test('[P12] an end stands where the anchor was, through frames and turns', () => {
    const world = new BoardWorld();
    const frame = shape('frame', 'frame', { x: 300, y: 300, rotation: Math.PI / 2 });
    const inside = shape('geo', 'inside', { parentId: frame.id, x: 10, y: 20 });
    const corner = binding('corner', { arrow: arrow.id, to: inside.id, terminal: 'end' }, {
      'props.normalizedAnchor': { x: 1, y: 0 },
    } as never);
    world.must(reed, ...put(frame, inside));
    released(world, arrow, corner);
    world.must(bello, { op: 'delete', id: inside.id });
    // The corner stands at (110, 20) in the frame, whose x axis points down the page.
    expect(endOf(world, aisha)).toEqual({ x: 300 - 20 - 10, y: 300 + 110 - 10 });
  });

  test('[P12] each version of an arrow ends there: base for all, the moved one for its author', () => {
    const world = bound();
    world.must(oliver, { op: 'update', id: arrow.id, set: { x: 50 } });
    world.must(reed, { op: 'delete', id: target.id });
    expect(endOf(world, aisha)).toEqual({ x: 240, y: 130 });
    expect(endOf(world, oliver)).toEqual({ x: 200, y: 130 });
    for (const actor of everybody) expect(world.seenBy(actor).has(hold.id)).toBe(false);
  });

  test("[P12] what a browser makes of other people's arrows when it deletes is ignored, not refused", () => {
    const world = bound();
    const hers = shape('note', 'hers');
    world.must(aisha, ...put(hers));
    const mine = shape('arrow', 'mine');
    world.must(bello, ...put(mine), ...put(binding('mine', { arrow: mine.id, to: target.id })));
    const riders = [
      { op: 'delete', id: target.id },
      { op: 'delete', id: hold.id },
      { op: 'update', id: arrow.id, set: { 'props.end': { x: 1, y: 1 }, x: 2 } },
    ] as const;
    expect(world.refusals(reed, ...riders)).toEqual({});
    expect(endOf(world, aisha)).toEqual({ x: 240, y: 130 });
    expect(world.seenBy(aisha).get(arrow.id)?.['x']).toBe(10);
    expect(endOf(world, aisha, mine.id)).toEqual({ x: 250, y: 140 });
  });

  test('[P12] an own arrow that was moved is moved, also where the same edit deletes what it is bound to', () => {
    const world = new BoardWorld();
    const own = shape('arrow', 'own');
    world.must(reed, ...put(target, own, binding('own', { arrow: own.id, to: target.id })));
    world.must(
      reed,
      { op: 'update', id: own.id, set: { x: 77, y: 88, 'props.end': { x: 1, y: 1 } } },
      { op: 'delete', id: target.id },
    );
    expect(world.seenBy(aisha).get(own.id)).toMatchObject({ x: 77, y: 88 });
  });

  test("[P6] [P12] without the delete, or with one that is refused, they are refused as any change of another's", () => {
    const world = bound();
    const pull = { op: 'update', id: arrow.id, set: { 'props.end': { x: 1, y: 1 } } } as const;
    expect(world.refusals(aisha, pull, { op: 'delete', id: hold.id })).toEqual({ 0: 'NOT_YOURS', 1: 'NOT_YOURS' });
    const all = world.refusals(aisha, { op: 'delete', id: target.id }, pull, { op: 'delete', id: hold.id });
    expect(all).toEqual({ 0: 'NOT_YOURS', 1: 'NOT_YOURS', 2: 'NOT_YOURS' });
  });

  test('[P12] an author who detaches an arrow and says where it ends is believed, in whatever order', () => {
    for (const order of [0, 1]) {
      const world = new BoardWorld();
      world.must(
        reed,
        ...put(
          target,
          shape('arrow', 'staffs'),
          binding('staffs', { arrow: shape('arrow', 'staffs').id, to: target.id }),
        ),
      );
      const ops = [
        { op: 'delete', id: binding('staffs', { arrow: '', to: '' }).id },
        { op: 'update', id: shape('arrow', 'staffs').id, set: { 'props.end': { x: 7, y: 8 } } },
      ] as const;
      world.must(reed, ...(order === 0 ? ops : ops.toReversed()));
      expect(endOf(world, aisha, shape('arrow', 'staffs').id)).toEqual({ x: 7, y: 8 });
    }
  });

  test('[P12] [P22] an end does not follow what is put away, neither when it is moved nor when it is deleted', () => {
    const world = bound();
    world.hide(reed, target.id);
    expect(endOf(world, aisha)).toEqual({ x: 240, y: 130 });
    world.must(reed, { op: 'update', id: target.id, set: { x: 900 } });
    expect(endOf(world, aisha)).toEqual({ x: 240, y: 130 });
    world.hide(reed, target.id, false);
    expect(world.seenBy(aisha).has(hold.id)).toBe(true);
    world.hide(reed, target.id);
    world.must(reed, { op: 'update', id: target.id, set: { x: 0 } });
    world.must(reed, { op: 'delete', id: target.id });
    expect(endOf(world, aisha)).toEqual({ x: 940, y: 130 });
  });

  test('[P9] [P12] a rejected shape leaves own arrows of other cases standing where it was', () => {
    const world = new BoardWorld();
    const first = drawn(world, oliver, target);
    drawn(world, oliver, arrow, hold);
    decided(world, first, 'reject');
    expect(endOf(world, oliver)).toEqual({ x: 240, y: 130 });
    expect(world.seenBy(oliver).has(hold.id)).toBe(false);
    decided(world, world.openCases('north')[0] ?? '', 'board');
    expect(world.seenBy(aisha).has(arrow.id)).toBe(true);
  });

  test('[P12] ends never leave the board, whatever the anchor', () => {
    const world = new BoardWorld();
    const far = shape('geo', 'far', { x: 100_000, y: -100_000, 'props.w': 20_000, 'props.h': 20_000 });
    world.must(reed, ...put(far, shape('arrow', 'long', { x: -100_000 })));
    const wild = { 'props.normalizedAnchor': { x: 90_000, y: -90_000 } };
    world.must(reed, ...put(binding('wild', { arrow: shape('arrow', 'long').id, to: far.id }, wild)));
    world.must(bello, { op: 'delete', id: far.id });
    const end = endOf(world, aisha, shape('arrow', 'long').id) as { x: number; y: number };
    expect(Math.max(Math.abs(end.x), Math.abs(end.y))).toBeLessThanOrEqual(100_000);
    world.must(reed, { op: 'update', id: shape('arrow', 'long').id, set: { y: 5 } });
  });
});
