import * as syncCore from '@tldraw/sync-core';
import { createTLSchema } from '@tldraw/tlschema';
import { expect, test } from 'vitest';

import { Hand } from '../workload/hand.ts';
import type { Step } from '../workload/hand.ts';
import { drawRecord } from './draw-record.ts';
import { penDiff, pointerDiff } from './tldraw-diff.ts';
import { TldrawStrokes } from './tldraw-strokes.ts';

/** Internal to the package, and what its own client calls. */
const { getNetworkDiff, diffRecord } = syncCore as unknown as {
  getNetworkDiff: (changes: { added: object; updated: object; removed: object }) => object;
  diffRecord: (from: object, to: object) => object;
};

function pens(count: number): NonNullable<Step['pen']>[] {
  const hand = new Hand(3, { stepsPerStroke: 80, pauseSteps: 0, firstPauseSteps: 0 });
  return Array.from({ length: count }, () => hand.step().pen).filter((pen) => pen !== null);
}

test('a stroke is pushed as the client of tldraw sync would', () => {
  const [first, second] = pens(2);
  if (!first || !second) throw new Error('the hand did not draw');
  const before = drawRecord(first.stroke, [first.point]);
  const after = drawRecord(first.stroke, [first.point, second.point]);
  const { id } = before;
  expect(penDiff(first, 0)).toEqual(getNetworkDiff({ added: { [id]: before }, updated: {}, removed: {} }));
  expect(penDiff(second, 1)).toEqual(getNetworkDiff({ added: {}, updated: { [id]: [before, after] }, removed: {} }));
});

test('a pointer is pushed as the client of tldraw sync would, in records that its schema takes', () => {
  const about = { number: 7, isFirst: true, now: 1_000 };
  const [, whole] = pointerDiff({ x: 10, y: 20 }, about);
  const [, next] = pointerDiff({ x: 11, y: 20 }, { ...about, now: 1_050 });
  const [kind, change] = pointerDiff({ x: 11, y: 20 }, { ...about, isFirst: false, now: 1_050 });
  expect([kind, change]).toEqual(['patch', diffRecord(whole, next)]);
  const { types } = createTLSchema();
  expect(() => types.instance_presence.validate(whole as never)).not.toThrow();
  const [pen] = pens(1);
  expect(() => types.shape.validate(pen && (drawRecord(pen.stroke, [pen.point]) as never))).not.toThrow();
});

test('a probe counts the points that diffs tell of', () => {
  const counts = new Map<string, number>();
  const strokes = new TldrawStrokes((stroke, count) => counts.set(stroke, count));
  for (const [nth, pen] of pens(120).entries()) strokes.apply(penDiff(pen, nth % 80));
  expect([...counts.values()]).toEqual([80, 40]);
});
