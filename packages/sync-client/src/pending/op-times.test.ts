import { expect, test } from 'vitest';

import { newsOf } from './op-times.ts';
import { WaitingOps } from './waiting-ops.ts';
import type { WholeOp } from './whole-op.ts';

const update = (set: Record<string, number>): WholeOp => ({ op: 'update', id: 'a', set });
const remove: WholeOp = { op: 'delete', id: 'a' };
const create = (x: number): WholeOp => ({ op: 'create', record: { id: 'a', typeName: 'shape', x } });

/** What another tab's line, done at these moments, becomes beside this tab's. */
function together(here: [WholeOp, number][], there: [WholeOp, number][]): WholeOp[] {
  const [line, other] = [new WaitingOps(), new WaitingOps()];
  for (const [op, at] of here) line.add(op, null, at);
  for (const [op, at] of there) other.add(op, null, at);
  for (const left of other.all()) line.takeOver(left, null);
  return line.all().map(({ op }) => op);
}

test('[REL-21] of what two tabs did to one thing the newest stands, field by field, whichever tab it was', () => {
  expect(together([[update({ x: 2 }), 20]], [[update({ x: 1, y: 1 }), 10]])).toEqual([update({ x: 2, y: 1 })]);
  expect(together([[update({ x: 1, y: 1 }), 10]], [[update({ x: 2 }), 20]])).toEqual([update({ x: 2, y: 1 })]);
  const here: [WholeOp, number][] = [
    [update({ x: 1 }), 10],
    [update({ y: 3 }), 30],
  ];
  expect(together(here, [[update({ x: 2, y: 2 }), 20]])).toEqual([update({ x: 2, y: 3 })]);
});

test('[REL-21] a deletion goes with older work and gives way to newer', () => {
  expect(together([[update({ x: 1 }), 10]], [[remove, 20]])).toEqual([remove]);
  expect(together([[update({ x: 1 }), 20]], [[remove, 10]])).toEqual([update({ x: 1 })]);
  expect(together([[remove, 20]], [[update({ x: 1 }), 10]])).toEqual([remove]);
});

test('[REL-21] something brought back in another tab keeps what was done to it here since', () => {
  expect(together([[update({ x: 2 }), 20]], [[create(1), 10]])).toEqual([create(2)]);
  expect(together([[remove, 20]], [[create(1), 10]])).toEqual([remove]);
  expect(newsOf({ op: create(1), times: { '': 20 } }, [{ op: remove, times: { '': 10 } }])).toEqual(create(1));
});

test('[P3] work that waited in another tab makes what it joins as late as it is', () => {
  const [line, other] = [new WaitingOps(), new WaitingOps()];
  line.add(update({ x: 1 }), null, 90_000);
  other.add(update({ y: 1 }), null, 10);
  for (const left of other.all()) line.takeOver(left, null);
  expect(line.take({ ops: 10, bytes: 1_000 }).since).toBe(10);
});
