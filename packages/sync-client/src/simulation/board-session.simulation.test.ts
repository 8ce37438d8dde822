import type { Op } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ModelPerson } from './model-person.ts';
import { ModelServer } from './model-server.ts';
import { settle, VirtualTimers } from './virtual-timers.ts';
import { step, World } from './world.ts';

test('[P33] through cuts, crashes and reloads every edit takes effect once, and every screen ends up as the server has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 120 }), async (steps) => {
      const world = new World();
      await world.heal();
      for (const next of steps) {
        await world.take(next);
        expect(world.astray()).toEqual([]);
      }
      await world.heal();
      for (const { session } of world.everybody) expect(session.healed.value).toBe(0);
      for (const [id, count] of world.server.creations) expect(count, `creations of ${id}`).toBe(1);
      for (const person of world.everybody) {
        expect(person.session.status.value).toMatchObject({ state: 'live', save: { name: 'saved' } });
        expect(person.screen).toEqual(world.server.viewOf(person.name));
        expect(person.refused).toEqual([]);
        const kept = world.server.viewOf(person.name);
        for (const [id, wish] of world.wishesOf(person)) expect(kept.get(id) ?? null).toEqual(wish);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('what the server refuses springs back, says whose it is, and stays in the list of what was not accepted', async () => {
  const world = new World();
  const pupil = world.everybody[2];
  if (!pupil) throw new Error('no pupil');
  await world.heal();
  pupil.do({ op: 'update', id: 'shape:common', set: { x: 77 } });
  expect(pupil.screen.get('shape:common')?.['x']).toBe(77);
  await world.heal();
  expect(pupil.screen.get('shape:common')?.['x']).toBe(0);
  expect(pupil.refused).toMatchObject([{ code: 'NOT_YOURS', content: { x: 77 } }]);
  expect(pupil.session.status.value.save).toEqual({ name: 'notAccepted', count: 1 });
  await pupil.reload({ isWarned: false });
  await world.heal();
  expect(pupil.session.refusedWork.value).toMatchObject([{ code: 'NOT_YOURS', content: { x: 77 } }]);
  for (const work of pupil.session.refusedWork.value) pupil.session.forgetRefused(work.id);
  expect(pupil.session.status.value.save.name).toBe('saved');
});

test('offline work says that it is kept on this device, and a second tab does not send it too', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.link.cut();
  person.do({ op: 'create', record: { id: 'shape:mine', typeName: 'shape', x: 1 } });
  expect(person.session.status.value.save.name).toBe('saving');
  await world.timers.advance(60);
  expect(person.session.status.value).toMatchObject({ state: 'offline', save: { name: 'kept', count: 1 } });
  const second = new ModelPerson({
    name: person.name,
    server: world.server,
    timers: world.timers,
    device: person.device,
  });
  await settle();
  second.link.connect();
  for (let round = 0; round < 9; round += 1) {
    second.link.carryUp(9);
    second.link.carryDown(9);
    await world.timers.advance(100);
  }
  expect(world.server.base.has('shape:mine')).toBe(false);
  await world.heal();
  expect(world.server.creations.get('shape:mine')).toBe(1);
});

test('a text that is too long is refused letter by letter and kept once, with its newest words', async () => {
  const server = new ModelServer();
  const timers = new VirtualTimers();
  const gate = (op: Op) =>
    op.op === 'update' && String(op.set['text']).length > 3 ? ('TEXT_TOO_LONG' as const) : null;
  const person = new ModelPerson({ name: 'staff-a', server, timers, gate });
  person.do({ op: 'create', record: { id: 'shape:a', typeName: 'shape', text: 'abc' } });
  for (const text of ['abcd', 'abcde']) person.do({ op: 'update', id: 'shape:a', set: { text } });
  expect(person.screen.get('shape:a')?.['text']).toBe('abc');
  expect(person.session.refusedWork.value).toMatchObject([{ code: 'TEXT_TOO_LONG', content: { text: 'abcde' } }]);
  await timers.advance(60);
  const { refused } = await person.device.store.read('staff-a board-00000001');
  expect(refused).toMatchObject([{ content: { text: 'abcde' } }]);
});

test('a record that is too big to send is refused here, and what follows is sent', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:big', typeName: 'shape', text: 'x'.repeat(66_000) } });
  person.do({ op: 'create', record: { id: 'shape:small', typeName: 'shape', text: 'x' } });
  await world.heal();
  expect(person.refused).toMatchObject([{ code: 'TOO_BIG' }]);
  expect(world.server.base.has('shape:small')).toBe(true);
});
