import type { MoveMessage, PresenceMessage } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { PresenceSender } from './presence-sender.ts';
import { VirtualTimers } from './simulation/virtual-timers.ts';

const at = (x: number, busy = false): PresenceMessage => ({ page: 'page:page', x, y: 0, busy, selection: [] });

function open() {
  const timers = new VirtualTimers();
  const sent: (PresenceMessage | MoveMessage)[] = [];
  const send = (message: PresenceMessage | MoveMessage): number => sent.push(message);
  return { timers, sent, sender: new PresenceSender({ timers, link: { presence: send, move: send } }) };
}

test('a moving pointer is told twenty times a second, the newest place each time, and a resting one not at all', async () => {
  const { timers, sent, sender } = open();
  sender.connected(true);
  for (let x = 0; x < 60; x += 1) {
    sender.move(at(x));
    await timers.advance(16);
  }
  expect(sent.length).toBeGreaterThan(15);
  expect(sent.length).toBeLessThan(22);
  await timers.advance(5_000);
  expect(sent.at(-1)).toEqual([59, 0]);
  const atRest = sent.length;
  await timers.advance(5_000);
  expect(sent).toHaveLength(atRest);
});

test('[P31] that somebody begins to draw is said before anything else of the drawing', () => {
  const { sent, sender } = open();
  sender.connected(true);
  sender.move(at(1));
  sender.move(at(2));
  sender.move(at(3, true));
  expect(sent).toEqual([at(1), at(3, true)]);
});

test('without a connection nothing is sent, and a new one is told the place anew', async () => {
  const { timers, sent, sender } = open();
  sender.move(at(1));
  await timers.advance(500);
  expect(sent).toEqual([]);
  sender.connected(true);
  expect(sent).toEqual([at(1)]);
});

test('a pointer that only moved says its place; anything else says everything, and so does a new connection', async () => {
  const { timers, sent, sender } = open();
  sender.connected(true);
  const steps = [at(1), at(2), at(2, true), at(3, true), { ...at(3, true), selection: ['shape:a'] }];
  for (const step of steps) {
    sender.move(step);
    await timers.advance(60);
  }
  expect(sent).toEqual([at(1), [2, 0], at(2, true), [3, 0], { ...at(3, true), selection: ['shape:a'] }]);
  sender.connected(false);
  sender.connected(true);
  expect(sent.at(-1)).toEqual({ ...at(3, true), selection: ['shape:a'] });
});

test('a move goes with an edit that leaves anyway, once, and only where there is nothing else to say of the pointer', async () => {
  const { timers, sent, sender } = open();
  sender.connected(true);
  sender.move(at(1));
  sender.move(at(2));
  expect(sender.takeMove()).toEqual([2, 0]);
  expect(sender.takeMove()).toBeNull();
  await timers.advance(500);
  expect(sent).toEqual([at(1)]);
  sender.move({ ...at(3), selection: ['shape:a'] });
  expect(sender.takeMove()).toBeNull();
});

test('[P31] while pointers are switched off nothing is sent, and afterwards everything is said anew', async () => {
  const { timers, sent, sender } = open();
  sender.connected(true);
  sender.move(at(1));
  await timers.advance(500);
  sender.shown(false);
  sender.move(at(2));
  sender.move(at(3, true));
  expect(sender.takeMove()).toBeNull();
  await timers.advance(500);
  expect(sent).toEqual([at(1)]);
  sender.shown(true);
  expect(sent).toEqual([at(1), at(3, true)]);
});
