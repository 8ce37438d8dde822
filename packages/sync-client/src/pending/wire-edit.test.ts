import { packPoints, type BoardRecord, type Json, type Op } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { layOps } from './lay-ops.ts';
import type { NumberedEdit } from './numbered-edit.ts';
import type { WholeOp } from './whole-op.ts';
import { growthsIn, placeInEdit, wireEdit } from './wire-edit.ts';

const pointsTo = (count: number) => Array.from({ length: count }, (_, x) => ({ x, y: x / 100, z: 0.5 }));
const segments = (...counts: number[]): Json => counts.map((count) => ({ type: 'free', points: pointsTo(count) }));
const stroke = (...counts: number[]): BoardRecord => ({
  id: 'shape:s',
  typeName: 'shape',
  type: 'draw',
  props: { segments: segments(...counts), isComplete: false },
});
const redraw = (set: Json, more: object = {}): WholeOp => ({
  op: 'update',
  id: 'shape:s',
  set: { 'props.segments': set, ...more },
});
const note: WholeOp = { op: 'update', id: 'shape:n', set: { x: 1 } };

function edit(ops: WholeOp[], before: BoardRecord | null, room = 99): NumberedEdit {
  return { client: 'client-of-this-tab', seq: 1, ops, growths: growthsIn(ops, () => before, room) };
}
const sent = (ops: WholeOp[], before: BoardRecord | null, room = 99): unknown[] =>
  wireEdit(edit(ops, before, room)).ops;

test('[BR4] a stroke that only grew travels as what is new of it', () => {
  const [append] = sent([redraw(segments(4))], stroke(2));
  expect(append).toEqual({ op: 'append', id: 'shape:s', at: 2, points: [100, 1, 0, 100, 1, 0] });
  expect(layOps(stroke(2), [append as Op])).toEqual(stroke(4));
});

test('[BR4] points are counted over all segments and join the last one', () => {
  const [append] = sent([redraw(segments(5, 3))], stroke(5, 2));
  expect(append).toMatchObject({ at: 7 });
  expect(layOps(stroke(5, 2), [append as Op])).toEqual(stroke(5, 3));
});

test('[BR4] a stroke that did anything but grow, or that the server may not have, travels whole', () => {
  const longer = redraw(segments(4));
  expect(sent([longer], null)).toEqual([longer]);
  const others = [stroke(2, 1), stroke(4), stroke(5), { ...stroke(2), props: { segments: [{ type: 'straight' }] } }];
  for (const before of others) expect(sent([longer], before)).toEqual([longer]);
});

test('what a stroke changed besides travels as fields, and answers are told of what the person did', () => {
  const ops = [note, redraw(segments(3), { 'props.isComplete': true }), note];
  const grown = edit(ops, stroke(2));
  expect(wireEdit(grown).ops.map((op) => (op as Op).op)).toEqual(['update', 'update', 'append', 'update']);
  expect([0, 1, 2, 3].map((place) => placeInEdit(grown, place))).toEqual([0, 1, 1, 2]);
  // An edit that has as many operations as the server takes does not become longer.
  expect(sent(ops, stroke(2), 0)).toEqual(ops);
});

test('[BR4] points laid over a stroke that has them already change nothing', () => {
  const append: Op = { op: 'append', id: 'shape:s', at: 2, points: packPoints(pointsTo(2)) ?? [] };
  expect(layOps(stroke(4), [append])).toEqual(stroke(4));
  expect(layOps(stroke(1), [append])).toEqual(stroke(1));
  expect(layOps(null, [append])).toBeNull();
});
