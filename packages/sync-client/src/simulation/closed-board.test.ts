import type { EditMessage } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { ModelPerson } from './model-person.ts';
import { ModelServer } from './model-server.ts';
import { settle, VirtualTimers } from './virtual-timers.ts';

async function open() {
  const server = new ModelServer();
  const timers = new VirtualTimers();
  const pupil = new ModelPerson({ name: 'pupil-c', server, timers });
  const sent: EditMessage[] = [];
  const take = server.edit.bind(server);
  server.edit = (link, message) => {
    sent.push(message);
    take(link, message);
  };
  const calm = async (rounds = 8): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      pupil.link.connect();
      pupil.link.carryUp(9);
      pupil.link.carryDown(9);
      await settle();
      await timers.advance(200);
    }
  };
  const status = () => pupil.session.status.value;
  await calm();
  return { server, timers, pupil, sent, calm, status };
}

const note = (id: string) => ({ op: 'create' as const, record: { id, typeName: 'shape', x: 1 } });

test('[BR3] a frozen pupil’s work is kept, is called kept, and goes late as soon as the standing says that it may', async () => {
  const { server, pupil, sent, calm, status } = await open();
  server.closed = 'FROZEN';
  pupil.do(note('shape:a'));
  await calm();
  pupil.do(note('shape:b'));
  await calm();
  expect(sent).toHaveLength(1);
  expect(status()).toMatchObject({ state: 'live', closed: 'FROZEN', save: { name: 'kept', count: 2 } });
  server.closed = null;
  server.tell('pupil-c', { you: { frozen: false, level: 'own' } });
  await calm();
  expect(sent.slice(1)).toMatchObject([
    { seq: 1, late: true },
    { seq: 2, late: true },
  ]);
  expect(pupil.session.standing.value).toEqual({ frozen: false, level: 'own' });
  expect(status()).toMatchObject({ closed: null, save: { name: 'saved' } });
  expect(server.viewOf('pupil-c').size).toBe(2);
});

test('[BR3] work that waits for a teacher goes when one of the own school comes, not when others do', async () => {
  const { server, pupil, sent, calm, status } = await open();
  server.closed = 'WAIT_FOR_TEACHER';
  pupil.do(note('shape:a'));
  await calm();
  expect(status()).toMatchObject({ closed: 'WAIT_FOR_TEACHER', save: { name: 'kept' } });
  const authors = [
    { key: '0.7', label: 'Mr Bello', school: 'another-school', role: 'staff' as const },
    { key: '0.8', label: 'Ms Reed', school: 'school-000001', role: 'staff' as const },
  ];
  const pointer = { page: 'page:page', x: 0, y: 0 };
  pupil.link.say('frame', { seq: 1, patch: { authors } });
  pupil.link.say('frame', { pointers: [{ ...pointer, n: 1, key: 'key-1', by: '0.7' }] });
  await calm();
  expect(sent).toHaveLength(1);
  server.closed = null;
  pupil.link.say('frame', { pointers: [{ ...pointer, n: 2, key: 'key-2', by: '0.8' }] });
  await calm();
  expect(sent).toMatchObject([{ seq: 1 }, { seq: 1, late: true }]);
  expect(status().save.name).toBe('saved');
});

test('[BR3] where nothing says that the board is open again, the server is asked every half a minute', async () => {
  const { server, timers, pupil, sent, calm, status } = await open();
  server.closed = 'FROZEN';
  pupil.do(note('shape:a'));
  await calm();
  server.closed = null;
  await timers.advance(20_000);
  expect(sent).toHaveLength(1);
  await timers.advance(30_000);
  await calm();
  expect(status().save.name).toBe('saved');
});
