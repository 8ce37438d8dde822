import type { EditMessage, Op } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { ModelPerson } from './model-person.ts';
import { ModelServer } from './model-server.ts';
import { settle, VirtualTimers } from './virtual-timers.ts';

const shape = (name: string): Op => ({ op: 'create', record: { id: `shape:${name}`, typeName: 'shape', x: 1 } });

/** Somebody at a server; `heal` lets everything that can move move. */
function start() {
  const [server, timers] = [new ModelServer(), new VirtualTimers()];
  const person = new ModelPerson({ name: 'staff-a', server, timers });
  const sent: EditMessage[] = [];
  const take = server.edit.bind(server);
  server.edit = (link, message) => {
    sent.push(message);
    take(link, message);
  };
  const heal = async (): Promise<void> => {
    for (let round = 0; round < 9; round += 1) {
      person.link.connect();
      person.link.carryUp(99);
      person.link.carryDown(99);
      await settle();
      await timers.advance(700);
    }
  };
  return { server, timers, person, sent, heal };
}

test('[P33] [REL-19] a tab that was closed with work unsent says after a restore that the board was set back, once', async () => {
  const { server, timers, person, heal } = start();
  await heal();
  person.do(shape('before'));
  await heal();
  const backUp = server.backUp();
  person.do(shape('lost'));
  await heal();
  person.link.cut();
  person.do(shape('kept'));
  await timers.advance(60);
  server.restore(backUp);
  await person.reload({ isWarned: true });
  await heal();
  expect(person.restored).toBe(1);
  expect([...person.screen.keys()].toSorted()).toEqual(['shape:before', 'shape:kept']);
  expect(server.creations.get('shape:kept')).toBe(1);
  await person.reload({ isWarned: true });
  await heal();
  expect(person.restored).toBe(1);
});

test('[P33] what goes again after a restore goes late: a teacher looks at it first', async () => {
  const { server, timers, person, sent, heal } = start();
  await heal();
  const backUp = server.backUp();
  person.link.cut();
  person.do(shape('kept'));
  await timers.advance(60);
  server.restore(backUp);
  await heal();
  expect(sent).toMatchObject([{ late: true }]);
  expect(server.base.has('shape:kept')).toBe(true);
});

test('[P33] [REL-19] a browser that was away since before the backup keeps what it had, and nothing is taken twice', async () => {
  const { server, timers, person, heal } = start();
  await heal();
  person.do(shape('answered'));
  await timers.advance(60);
  // The server takes it, and the answer never arrives.
  person.link.carryUp(9);
  person.link.cut();
  server.restore(server.backUp());
  await heal();
  expect(server.creations.get('shape:answered')).toBe(1);
  expect(person.screen.has('shape:answered')).toBe(true);
  expect(person.session.status.value.save.name).toBe('saved');
});
