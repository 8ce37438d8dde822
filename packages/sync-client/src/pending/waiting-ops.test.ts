import type { BoardRecord } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { layOps } from './lay-ops.ts';
import { targetOf } from './op-order.ts';
import { WaitingOps } from './waiting-ops.ts';
import type { WholeOp } from './whole-op.ts';

const create = (id: string, fields: object = {}): WholeOp => ({
  op: 'create',
  record: { id, typeName: 'shape', ...fields },
});
const update = (id: string, set: Record<string, number | string>): WholeOp => ({ op: 'update', id, set });
const remove = (id: string): WholeOp => ({ op: 'delete', id });
const ops = (line: WaitingOps): WholeOp[] => line.all().map(({ op }) => op);

function lineOf(...added: WholeOp[]): WaitingOps {
  const line = new WaitingOps();
  for (const op of added) line.add(op, null);
  return line;
}

describe('what waits becomes as short as nobody could tell', () => {
  test('changes of one record become one, the newest value of each field', () => {
    expect(ops(lineOf(update('a', { x: 1, y: 1 }), update('b', { x: 9 }), update('a', { x: 2 })))).toEqual([
      update('a', { x: 2, y: 1 }),
      update('b', { x: 9 }),
    ]);
  });

  test('a creation takes its changes into itself', () => {
    const line = lineOf(create('a', { x: 1, props: { color: 'red' } }), update('a', { x: 2, 'props.color': 'blue' }));
    expect(ops(line)).toEqual([create('a', { x: 2, props: { color: 'blue' } })]);
  });

  test('what was created and deleted before anybody heard of it is never sent', () => {
    expect(ops(lineOf(create('a'), update('a', { x: 1 }), remove('a')))).toEqual([]);
  });

  test('what was created here and has come another way meanwhile is deleted in words', () => {
    const line = lineOf(create('a'));
    line.add(remove('a'), { id: 'a', typeName: 'page' });
    expect(ops(line)).toEqual([remove('a')]);
  });

  test('a deletion makes changes before it pointless', () => {
    expect(ops(lineOf(update('a', { x: 1 }), remove('a')))).toEqual([remove('a')]);
  });

  test('a deletion taken back leaves only what is different from what the server has', () => {
    const below: BoardRecord = { id: 'a', typeName: 'shape', x: 1, y: 1 };
    const line = lineOf(remove('a'));
    line.add(create('a', { x: 1, y: 5 }), below);
    expect(ops(line)).toEqual([update('a', { y: 5 })]);
  });

  test('a change that points to something created later stays behind it', () => {
    const line = lineOf(create('a'), create('frame'), update('a', { parentId: 'frame' }), update('a', { x: 3 }));
    expect(ops(line)).toEqual([create('a'), create('frame'), update('a', { parentId: 'frame', x: 3 })]);
  });
});

test('[REL-21] work of a closed tab that comes in pieces never goes over what was done later here', () => {
  const line = new WaitingOps();
  line.add(update('a', { x: 30 }), null, 3_000);
  line.takeOver({ order: 1, op: update('a', { x: 1, y: 1 }), since: 1_000, times: { x: 1_000, y: 1_000 } }, null);
  line.takeOver({ order: 2, op: update('a', { x: 2, y: 2 }), since: 2_000, times: { x: 2_000, y: 2_000 } }, null);
  expect(ops(line)).toEqual([update('a', { x: 30, y: 2 })]);
});

test('an edit takes as much as fits and at least one operation, in order', () => {
  const line = lineOf(create('a', { text: 'x'.repeat(500) }), create('b'), create('c'), create('d'));
  expect(line.take({ ops: 3, bytes: 100 }).ops.map(targetOf)).toEqual(['a']);
  expect(line.take({ ops: 2, bytes: 9_000 }).ops.map(targetOf)).toEqual(['b', 'c']);
  expect(line.take({ ops: 2, bytes: 9_000 }).ops.map(targetOf)).toEqual(['d']);
  expect(line.size).toBe(0);
});

test('the durable copy, brought up to date change by change, equals the line', () => {
  const anyOp = fc.oneof(
    fc.record({
      kind: fc.constantFrom('update', 'delete', 'create', 'take'),
      id: fc.constantFrom('a', 'b', 'c'),
      x: fc.nat({ max: 9 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(anyOp, { maxLength: 40 }), (steps) => {
      const line = new WaitingOps();
      const copy = new Map<number, WholeOp>();
      for (const { kind, id, x } of steps) {
        if (kind === 'take') line.take({ ops: 2, bytes: 9_999 });
        else if (kind === 'update') line.add(update(id, { x }), null);
        else line.add(kind === 'delete' ? remove(id) : create(id, { x }), null);
        const { put, remove: gone } = line.takeChanges();
        for (const order of gone) copy.delete(order);
        for (const { order, op } of put) copy.set(order, op);
      }
      expect([...copy].toSorted(([a], [b]) => a - b)).toEqual(line.all().map(({ order, op }) => [order, op]));
    }),
  );
});

test('however the line is shortened, its effect on each record stays the same', () => {
  const step = fc.record({ id: fc.constantFrom('a', 'b'), x: fc.nat({ max: 9 }), isDelete: fc.boolean() });
  const there: BoardRecord = { id: 'a', typeName: 'shape', x: 0 };
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const line = new WaitingOps();
      const board = new Map<string, BoardRecord | null>([
        ['a', there],
        ['b', null],
      ]);
      for (const { id, x, isDelete } of steps) {
        const before = board.get(id) ?? null;
        if (!before && isDelete) continue;
        const op = isDelete ? remove(id) : before ? update(id, { x }) : create(id, { x });
        line.add(op, id === 'a' ? there : null);
        board.set(id, layOps(before, [op]));
      }
      for (const [id, wished] of board) expect(layOps(id === 'a' ? there : null, line.opsOf(id))).toEqual(wished);
    }),
  );
});
