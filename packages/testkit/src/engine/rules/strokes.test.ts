import { growthOf } from '@bridgeboard/domain';
import type { BoardRecord, Json, Op } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { aisha, BoardWorld, oliver, reed } from '../board-world.ts';
import { shape } from '../records.ts';

const pen = shape('draw', 'pen');
const start = segmentsOf(pen);
const count = start.reduce((sum, { points }) => sum + points.length, 0);

interface Segment {
  type: string;
  points: { x: number; y: number; z: number }[];
}

function segmentsOf(record: BoardRecord | undefined): Segment[] {
  if (!record) throw new Error('the stroke is not there');
  return (record['props'] as unknown as { segments: Segment[] }).segments;
}

const append = (at: number, ...points: number[]): Op => ({ op: 'append', id: pen.id, at, points });

/** The last point as everybody who sees the stroke has it. */
function lastSeen(world: BoardWorld, who: typeof oliver): unknown {
  return segmentsOf(world.seenBy(who).get(pen.id)).at(-1)?.points.at(-1);
}

function drawn(who = oliver): BoardWorld {
  const world = new BoardWorld();
  world.must(who, { op: 'create', record: pen });
  return world;
}

describe('strokes that grow', () => {
  test('[RT6] points join the end, relative to the one before, for the author and whoever sees the layer', () => {
    const world = drawn();
    const { x = 0, y = 0, z = 0 } = start.at(-1)?.points.at(-1) ?? {};
    world.must(oliver, append(count, 125, -50, 0, 100, 100, 10));
    const last = { x: (x * 100 + 225) / 100, y: (y * 100 + 50) / 100, z: (z * 100 + 10) / 100 };
    for (const who of [oliver, reed]) expect(lastSeen(world, who)).toEqual(last);
    expect(world.seenBy(aisha).has(pen.id)).toBe(false);
  });

  test('[RT6] the wire and the journal carry the new points only, also where the whole stroke was sent', () => {
    const world = drawn();
    world.views.forEach(({ patches }) => patches.splice(0));
    const longer = [
      { ...start[0], points: [...(start[0]?.points ?? []), { x: 7.004, y: 8, z: 0.5 }] },
    ] as unknown as Json;
    world.must(oliver, { op: 'update', id: pen.id, set: { 'props.segments': longer } });
    world.must(oliver, append(count + 1, 1, 1, 0));
    const told = world.views.find(({ viewer }) => viewer.kind === 'staff')?.patches ?? [];
    expect(told.map(({ patch }) => Object.keys(patch))).toEqual([['grow'], ['grow']]);
    const kinds = world.journal.slice(-2).flatMap(({ facts }) => facts.changes.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind !== 'case-edited')).toEqual(['grow', 'grow']);
    expect(lastSeen(world, reed)).toEqual({ x: 7.01, y: 8.01, z: 0.5 });
  });

  test("[RT6] staff's strokes grow in base, for everybody at once", () => {
    const world = drawn(reed);
    world.must(reed, append(count, 100, 0, 0));
    expect(lastSeen(world, aisha)).toEqual(lastSeen(world, reed));
  });

  test.each([
    ['does not begin where the stroke ends', append(count + 1, 1, 1, 1), 'CHANGED'],
    ['leaves half a point', append(count, 1, 1, 1, 1), 'BAD_MESSAGE'],
    ['leads off the board', append(count, 1e9, 0, 0), 'OUT_OF_RANGE'],
    ['presses harder than a pen can', append(count, 0, 0, 1_000), 'OUT_OF_RANGE'],
    ['makes it too long', append(count, ...Array.from({ length: 3 * 600 }, () => 1)), 'RECORD_TOO_BIG'],
  ] as const)('[RT6] [P34] an append that %s is refused, and the rest of the edit stands', (_, op, code) => {
    const world = drawn();
    expect(world.refusals(oliver, op, append(count, 1, 1, 0))).toEqual({ 0: code });
  });

  test('[P6] [P23] [RT6] only the own stroke, and what is unseen was never there', () => {
    const world = drawn();
    expect(world.refusals(aisha, append(count, 1, 1, 0))).toEqual({ 0: 'NO_SUCH_RECORD' });
    const staffs = drawn(reed);
    expect(staffs.refusals(oliver, append(count, 1, 1, 0))).toEqual({ 0: 'NOT_YOURS' });
    const note = shape('note', 'note');
    staffs.must(reed, { op: 'create', record: note });
    expect(staffs.refusals(reed, { op: 'append', id: note.id, at: 1, points: [1, 1, 1] })).toEqual({ 0: 'BAD_RECORD' });
  });

  test('[RT6] [P7] undo of a stroke that grew, and its release, have all its points', () => {
    const world = drawn();
    world.must(oliver, append(count, 100, 100, 0));
    const whole = world.seenBy(oliver).get(pen.id);
    world.wait();
    world.decide(reed, { case: world.openCases('north')[0] ?? '', verdict: 'board' });
    expect(segmentsOf(world.seenBy(aisha).get(pen.id))).toEqual(segmentsOf(whole));
  });

  test('[RT6] growth is found exactly where points were added at the end', () => {
    const point = fc.record({ x: fc.nat(99), y: fc.nat(99), z: fc.constant(0.5) });
    const stroke = fc.array(point, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(stroke, stroke, (before, after) => {
        const isGrowth =
          after.length > before.length && JSON.stringify(after.slice(0, before.length)) === JSON.stringify(before);
        const found = growthOf([{ type: 'free', points: before }], [{ type: 'free', points: after }]);
        expect(found !== null).toBe(isGrowth);
        const longer = [...before, ...after];
        expect(growthOf([{ type: 'free', points: before }], [{ type: 'free', points: longer }])).toHaveLength(
          after.length * 3,
        );
      }),
    );
  });
});
