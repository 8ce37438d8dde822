import type { Op } from '@bridgeboard/protocol';
import { shape, until, type RawClient } from '@bridgeboard/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { attacks, standing } from './attack-table.ts';
import { startCrowd, type Crowd } from './crowd.ts';

let crowd: Crowd;
let pupil: RawClient;
let staff: RawClient;
let neighbour: RawClient;

const put = (...records: readonly ReturnType<typeof shape>[]): Op[] =>
  records.map((record) => ({ op: 'create', record }));

beforeAll(async () => {
  crowd = await startCrowd({ pupils: 4 });
  const [a, b] = [crowd.of(0), crowd.of(1)];
  staff = await crowd.join(a.teacher);
  neighbour = await crowd.join(b.teacher);
  pupil = await crowd.join(a.pupils[0] ?? a.teacher);
  const foreign = await crowd.join(b.pupils[0] ?? b.teacher);
  const { own, stroke, ownFrame, teachers, geo, hidden, liked, said } = standing;
  for (const [client, ops] of [
    [pupil, put(own, stroke, ownFrame, shape('arrow', 'arrow'), liked)],
    [staff, put(teachers, geo, said)],
    [foreign, put(hidden)],
  ] as const) {
    const { refused } = await client.edit(...ops);
    if (refused) throw new Error(`not everything is on the board: ${JSON.stringify(refused)}`);
  }
  await until(() => [pupil, neighbour].every((client) => client.isShared(geo.id)), "the teacher's work at both");
});
afterAll(() => crowd[Symbol.asyncDispose]());

let turn = 0;

/** How many changes of records somebody was told of. Digests, and a burst of the own school that closes, come by time. */
function patchesAt(client: RawClient): number {
  return client.frames.filter(({ patch }) => patch?.put ?? patch?.set ?? patch?.grow ?? patch?.remove).length;
}

test.each(attacks)('[$rule] $name is refused as $code, and what stands beside it is kept', async ({ by, op, code }) => {
  turn += 1;
  const client = by === 'staff' ? staff : pupil;
  const [before, after] = [shape('note', `before-${turn}-`), shape('note', `after-${turn}-`)];
  const told = patchesAt(neighbour);
  const isHeld = by === 'pupil';
  const answer = await client.edit({ op: 'create', record: before }, op as Op, { op: 'create', record: after });
  expect(answer.refused?.map((refusal) => [refusal.op, refusal.code])).toEqual([[1, code]]);
  await until(() => client.seen().has(before.id) && client.seen().has(after.id), 'the good operations');
  expect((await client.edit({ op: 'delete', id: before.id }, { op: 'delete', id: after.id })).refused).toBeUndefined();
  expect(!isHeld || patchesAt(neighbour) === told).toBe(true);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
