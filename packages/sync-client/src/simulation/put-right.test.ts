import type { EditMessage, Op } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { ModelPerson } from './model-person.ts';
import { ModelServer } from './model-server.ts';
import { settle, VirtualTimers } from './virtual-timers.ts';

const point = (x: number) => ({ x, y: 0, z: 0.5 });
const segments = (...xs: number[]) => [{ type: 'free', points: xs.map(point) }];
const stroke = (...xs: number[]) => ({
  id: 'shape:s',
  typeName: 'shape',
  type: 'draw',
  props: { segments: segments(...xs) },
});
const draw = (...xs: number[]): Op => ({ op: 'update', id: 'shape:s', set: { 'props.segments': segments(...xs) } });

async function open() {
  const server = new ModelServer();
  const timers = new VirtualTimers();
  const people = ['staff-a', 'pupil-c'].map((name) => new ModelPerson({ name, server, timers }));
  const [staff, pupil] = people;
  if (!staff || !pupil) throw new Error('nobody came');
  const sent: EditMessage[] = [];
  const take = server.edit.bind(server);
  server.edit = (link, message) => {
    sent.push(message);
    take(link, message);
  };
  const calm = async (): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      for (const { link } of people) {
        link.connect();
        link.carryUp(9);
        link.carryDown(9);
      }
      await settle();
      await timers.advance(200);
    }
  };
  await calm();
  return { server, timers, people, staff, pupil, sent, calm };
}

test('[P30] a shared view that has become another than the server’s puts itself right, and it is counted', async () => {
  const { server, timers, staff, pupil, calm } = await open();
  server.base.set('shape:lost', { record: { id: 'shape:lost', typeName: 'shape', x: 1 }, by: 'staff-a' });
  staff.do({ op: 'create', record: { id: 'shape:a', typeName: 'shape', x: 1 } });
  await calm();
  expect(pupil.screen).toEqual(server.viewOf('pupil-c'));
  expect([staff, pupil].map(({ session }) => session.healed.value)).toEqual([1, 1]);

  // Again at once: the next time is ten seconds later.
  server.base.set('shape:lost', { record: { id: 'shape:lost', typeName: 'shape', x: 2 }, by: 'staff-a' });
  staff.do({ op: 'update', id: 'shape:a', set: { x: 2 } });
  await calm();
  expect(pupil.screen.get('shape:lost')?.['x']).toBe(1);
  await timers.advance(10_000);
  staff.do({ op: 'update', id: 'shape:a', set: { x: 3 } });
  await calm();
  expect(pupil.screen.get('shape:lost')?.['x']).toBe(2);
});

test('[P30] an own part that has become another than the server’s is joined anew', async () => {
  const { server, pupil, calm } = await open();
  pupil.do({ op: 'create', record: { id: 'shape:p', typeName: 'shape', x: 1 } });
  await calm();
  server.layers.get('pupil-c')?.set('shape:q', { id: 'shape:q', typeName: 'shape', x: 2 });
  pupil.do({ op: 'update', id: 'shape:p', set: { x: 2 } });
  await calm();
  expect(pupil.screen).toEqual(server.viewOf('pupil-c'));
  expect(pupil.session.healed.value).toBe(1);
});

test('[BR4] a stroke that is being drawn travels as its new points', async () => {
  const { server, staff, pupil, sent, calm } = await open();
  for (const person of [staff, pupil]) {
    sent.length = 0;
    server.base.clear();
    person.do({ op: 'create', record: stroke(1, 2) });
    await calm();
    person.do(draw(1, 2, 3));
    person.do(draw(1, 2, 3, 4));
    await calm();
    expect(sent.map(({ ops }) => ops.map((op) => (op as Op).op))).toEqual([['create'], ['append']]);
    expect(sent[1]?.ops).toEqual([{ op: 'append', id: 'shape:s', at: 2, points: [100, 0, 0, 100, 0, 0] }]);
    expect(person.screen.get('shape:s')).toEqual(stroke(1, 2, 3, 4));
    expect(server.viewOf(person.name).get('shape:s')).toEqual(stroke(1, 2, 3, 4));
    person.do({ op: 'delete', id: 'shape:s' });
    await calm();
  }
});

test('[BR4] points for a stroke that is another at the server are said again as the whole stroke, and nothing is lost', async () => {
  const { server, staff, sent, calm } = await open();
  staff.do({ op: 'create', record: stroke(1, 2) });
  await calm();
  sent.length = 0;
  server.base.set('shape:s', { record: stroke(1), by: 'staff-a' });
  staff.do(draw(1, 2, 3));
  await calm();
  expect(sent.map(({ ops }) => (ops[0] as Op).op)).toEqual(['append', 'update']);
  expect(server.base.get('shape:s')?.record).toEqual(stroke(1, 2, 3));
  expect(staff.screen.get('shape:s')).toEqual(stroke(1, 2, 3));
  expect([staff.refused, staff.session.status.value.save.name]).toEqual([[], 'saved']);
});

test('[REL-21] of two tabs of one person each sends its own work, and what one leaves when it is closed the other takes over', async () => {
  const { server, timers, people, staff, calm } = await open();
  const second = new ModelPerson({ name: staff.name, server, timers, device: staff.device });
  people.push(second);
  await calm();
  staff.link.cut();
  staff.do({ op: 'create', record: { id: 'shape:left', typeName: 'shape', x: 1 } });
  second.do({ op: 'create', record: { id: 'shape:own', typeName: 'shape', x: 2 } });
  await timers.advance(60);
  await staff.close();
  await calm();
  expect([...server.base.keys()]).toEqual(['shape:own']);
  second.link.cut();
  await calm();
  expect([...server.base.keys()].toSorted()).toEqual(['shape:left', 'shape:own']);
  expect([...server.creations.values()]).toEqual([1, 1]);
  expect(second.session.status.value.save.name).toBe('saved');
});

test('a stroke that grows is no news to whoever marks unreleased work; one that comes or goes is', async () => {
  const { staff, pupil, calm } = await open();
  staff.do({ op: 'create', record: stroke(1) });
  await calm();
  const known = pupil.session.stamps.value;
  staff.do(draw(1, 2));
  await calm();
  expect(pupil.session.stamps.value).toBe(known);
  expect(pupil.screen.get('shape:s')).toEqual(stroke(1, 2));
  staff.do({ op: 'delete', id: 'shape:s' });
  await calm();
  expect(pupil.session.stamps.value).toBe(known + 1);
});
