import type { PresenceMessage } from '@bridgeboard/protocol';
import { shape, until } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { slowPointersMs } from '../src/realtime/slow-pointers.ts';
import { startCrowd } from './crowd.ts';

const at = (x: number): PresenceMessage => ({ page: 'page:page', x, y: 5, busy: false, selection: [] });

it('[LK1] [LK3] people of a school with a weak link are sent all work at once, and others’ pointers every ten seconds', async () => {
  await using crowd = await startCrowd({ pupils: 2, schools: 2, mode: 'open' });
  const { directory } = crowd.server.storage;
  const near = crowd.of(0).teacher;
  const far = crowd.of(1).teacher;
  const school = await directory.school(far.school);
  if (school === null) throw new Error('a crowd without a school');
  await directory.putSchool({ ...school, link: 'weak' });
  expect((await far.http.get('/api/me')).json).toMatchObject({ hasWeakLink: true });
  expect((await near.http.get('/api/me')).json).toMatchObject({ hasWeakLink: false });

  const [drawer, colleague, away] = [await crowd.join(near), await crowd.join(near), await crowd.join(far)];
  const xOf = (client: typeof away): number[] => [...client.pointers.values()].map(({ x }) => x);
  drawer.socket.emit('presence', at(100));
  await until(() => xOf(colleague).includes(100), 'the pointer where the link is good');
  crowd.server.clock.forward(slowPointersMs);
  await until(() => xOf(away).includes(100), 'the pointer where it is weak, at its time');

  drawer.socket.emit('presence', at(200));
  await until(() => xOf(colleague).includes(200), 'the move where the link is good');
  await drawer.edit({ op: 'create', record: shape('note', 'piece') });
  await until(() => away.seen().has(shape('note', 'piece').id), 'the piece where it is weak');
  expect(xOf(away)).not.toContain(200);
  expect(away.frames.some((frame) => 'moves' in frame || 'pointers' in frame)).toBe(false);

  crowd.server.clock.forward(slowPointersMs);
  await until(() => xOf(away).includes(200), 'where the pointer is by now');
  const told = away.privates.length;
  crowd.server.clock.forward(slowPointersMs);
  await drawer.edit({ op: 'create', record: shape('note', 'another') });
  await until(() => away.seen().has(shape('note', 'another').id), 'one more piece');
  expect(away.privates.slice(told).filter((frame) => 'pointers' in frame)).toEqual([]);
});
