import { expect, test } from 'vitest';

import { World } from './world.ts';

test('[P33] after a restore the browser drops what was confirmed, keeps its outbox, and says so', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:before', typeName: 'shape', x: 1 } });
  await world.heal();
  const backUp = world.server.backUp();
  person.do({ op: 'create', record: { id: 'shape:lost', typeName: 'shape', x: 2 } });
  await world.heal();
  person.link.cut();
  person.do({ op: 'create', record: { id: 'shape:kept', typeName: 'shape', x: 3 } });
  world.server.restore(backUp);
  await world.heal();
  expect([...person.screen.keys()].toSorted()).toEqual(['shape:before', 'shape:common', 'shape:kept']);
  expect(person.restored).toBe(1);
  expect(world.server.base.has('shape:kept')).toBe(true);
});

test('[P33] [REL-19] a tab that was closed with work unsent says after a restore that the board was set back, and sends it late', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:before', typeName: 'shape', x: 1 } });
  await world.heal();
  const backUp = world.server.backUp();
  person.do({ op: 'create', record: { id: 'shape:lost', typeName: 'shape', x: 2 } });
  await world.heal();
  person.link.cut();
  person.do({ op: 'create', record: { id: 'shape:kept', typeName: 'shape', x: 3 } });
  await world.timers.advance(60);
  world.server.restore(backUp);
  await person.reload({ isWarned: true });
  await world.heal();
  expect(person.restored).toBe(1);
  expect([...person.screen.keys()].toSorted()).toEqual(['shape:before', 'shape:common', 'shape:kept']);
  expect(world.server.creations.get('shape:kept')).toBe(1);
  // Once it has been said, it is not said again.
  await person.reload({ isWarned: true });
  await world.heal();
  expect(person.restored).toBe(1);
});

test('[P33] [REL-19] a browser that was away since before the backup keeps what it had, and nothing is taken twice', async () => {
  const world = new World();
  const [person] = world.everybody;
  if (!person) throw new Error('nobody');
  await world.heal();
  person.do({ op: 'create', record: { id: 'shape:answered', typeName: 'shape', x: 1 } });
  await world.timers.advance(60);
  // The server takes it, and the answer never arrives.
  person.link.carryUp(9);
  person.link.cut();
  const backUp = world.server.backUp();
  world.server.restore(backUp);
  await world.heal();
  expect(world.server.creations.get('shape:answered')).toBe(1);
  expect(person.screen.has('shape:answered')).toBe(true);
  expect(person.session.status.value.save.name).toBe('saved');
});
