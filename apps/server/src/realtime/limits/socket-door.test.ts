import { expect, test } from 'vitest';

import { SocketDoor } from './socket-door.ts';

const limits = { perSession: 3, perNetwork: 5, inAll: 8 };

function entered(door: SocketDoor, about: { count: number; session?: string; network?: string }): number {
  const { count, session, network = 'school' } = about;
  const tries = Array.from({ length: count }, (_, at) =>
    door.enter({ session: session ?? `s${network}${at}`, network }),
  );
  return tries.filter((leave) => leave !== null).length;
}

test.each([3, 4, 300])('[L14] of %i sockets of one sign-in, three are let in', (count) => {
  expect(entered(new SocketDoor(limits), { count, session: 'one' })).toBe(3);
});

test.each([5, 6, 500])('[L14] of %i sockets of one network, its number is let in', (count) => {
  expect(entered(new SocketDoor(limits), { count })).toBe(5);
});

test.each([8, 9, 800])('[L14] of %i sockets from everywhere, the number of the server is let in', (count) => {
  const door = new SocketDoor(limits);
  const tries = Array.from({ length: count }, (_, at) => entered(door, { count: 1, network: `network-${at}` }));
  expect(tries.filter((through) => through === 1)).toHaveLength(8);
});

test('[L14] who is refused takes no place, and who leaves makes one', () => {
  const door = new SocketDoor(limits);
  const leave = door.enter({ session: 'one', network: 'a' });
  entered(door, { count: 100, session: 'one', network: 'a' });
  expect(entered(door, { count: 100, network: 'a' })).toBe(2);
  leave?.();
  expect(entered(door, { count: 100, session: 'one', network: 'a' })).toBe(1);
});

test('[SEC-32] connections that nobody has spoken for are bounded by network and in all', () => {
  const door = new SocketDoor(limits);
  const over: (() => void)[] = [];
  while (door.hasRoomFor('a')) over.push(door.connected('a'));
  expect(over).toHaveLength(limits.perNetwork + 32);
  expect(door.hasRoomFor('b')).toBe(true);
  for (let at = 0; door.hasRoomFor(`n${at}`) && at < 10_000; at += 1) door.connected(`n${at}`);
  expect(door.hasRoomFor('b')).toBe(false);
  for (const end of over) end();
  expect(door.hasRoomFor('b')).toBe(true);
});
