import { once } from 'node:events';
import { connect } from 'node:net';

import { limits } from '@bridgeboard/domain';
import { shape, until, type RawClient } from '@bridgeboard/testkit';
import { expect, test } from 'vitest';

import { startCrowd, type Crowd } from './crowd.ts';

const manySockets = { MAX_SOCKETS: '3000', MAX_SOCKETS_PER_NETWORK: '3000', MAX_SOCKETS_PER_SESSION: '50' };

/** So many sockets on the board, all the crowd's people in turn. */
async function fill(crowd: Crowd, about: { count: number; viewer?: boolean }): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  while (clients.length < about.count) {
    const left = crowd.people.slice(0, about.count - clients.length);
    clients.push(...(await Promise.all(left.map((who) => crowd.join(who, { viewer: about.viewer === true })))));
  }
  return clients;
}

test('[L14] a board takes three hundred people and one thousand viewers; one more of either is told so, and nobody else notices', async () => {
  await using crowd = await startCrowd({ pupils: 58, mode: 'open' }, manySockets);
  const people = await fill(crowd, { count: limits.board.people });
  const viewers = await fill(crowd, { count: limits.board.viewers, viewer: true });
  expect([...people, ...viewers].filter(({ ended, joined }) => ended ?? !joined)).toEqual([]);
  const teacher = people[0];
  if (!teacher) throw new Error('nobody');
  const told = (): number => [...people, ...viewers].reduce((sum, { received }) => sum + received.length, 0);
  const before = told();

  const late = await Promise.all(crowd.people.slice(0, 30).map((who) => crowd.join(who)));
  const lateViewers = await Promise.all(crowd.people.slice(0, 30).map((who) => crowd.join(who, { viewer: true })));
  expect(new Set([...late, ...lateViewers].map(({ ended }) => ended?.code))).toEqual(new Set(['BOARD_FULL']));
  expect(late[0]?.ended?.retryable).toBe(true);
  expect([...late, ...lateViewers].filter(({ joined, frames }) => joined !== null || frames.length > 0)).toEqual([]);
  expect(told()).toBe(before);

  const record = shape('note', 'for-everybody');
  expect((await teacher.edit({ op: 'create', record })).refused).toBeUndefined();
  await until(() => [...people, ...viewers].every((client) => client.seen().has(record.id)), 'the note at everybody');
  await people[1]?.close();
  await until(() => crowd.server.sockets.counts().readers === 1_299, 'the place that is free');
  const [last] = await fill(crowd, { count: 1 });
  expect(last?.joined).not.toBeNull();
}, 60_000);

test('[L14] one sign-in has three sockets, one network as many as are set, and the server too', async () => {
  await using crowd = await startCrowd({ pupils: 8 }, { MAX_SOCKETS: '8', MAX_SOCKETS_PER_NETWORK: '6' });
  const codes = async (at: number, count: number): Promise<(string | undefined)[]> => {
    const who = crowd.people[at];
    if (!who) throw new Error('nobody');
    const clients = await Promise.all(Array.from({ length: count }, () => crowd.join(who)));
    return clients.map(({ ended }) => ended?.code);
  };
  expect(await codes(0, 3)).toEqual([undefined, undefined, undefined]);
  expect(await codes(0, 10)).toEqual(Array(10).fill('BUSY'));
  expect(await codes(1, 3)).toEqual([undefined, undefined, undefined]);
  expect(await codes(2, 20)).toEqual(Array(20).fill('BUSY'));
});

test('[SEC-32] connections that say nothing are few, are gone by themselves, and keep nobody out for long', async () => {
  await using crowd = await startCrowd({ pupils: 2 }, { MAX_SOCKETS_PER_NETWORK: '10' });
  const { url, port } = crowd.server;
  const slow = Array.from({ length: 50 }, () => connect({ port, host: 'localhost' }).resume());
  const cutOff = Promise.all(slow.map((socket) => once(socket, 'close')));
  for (const socket of slow) socket.write('GET /socket.io/?EIO=4 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const address = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await Promise.all(Array.from({ length: 100 }, () => fetch(address, { headers: { origin: url } })));
  const statuses = opened.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(10 + 32);
  expect(statuses.filter((status) => status === 403)).toHaveLength(58);
  expect(await opened.find(({ status }) => status === 403)?.json()).toMatchObject({ message: 'BUSY' });
  const teacher = crowd.people[0];
  if (!teacher) throw new Error('nobody');
  let inside = await crowd.join(teacher);
  expect(inside.failure).not.toBeNull();
  while (inside.failure !== null) inside = await crowd.join(teacher);
  expect(inside.joined).not.toBeNull();
  await cutOff;
  expect(slow.every(({ destroyed }) => destroyed)).toBe(true);
});
