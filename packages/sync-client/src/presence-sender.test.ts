import type { PresenceMessage } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { PresenceSender } from './presence-sender.ts';
import { VirtualTimers } from './simulation/virtual-timers.ts';

const at = (x: number, busy = false): PresenceMessage => ({ page: 'page:page', x, y: 0, busy, selection: [] });

function open() {
  const timers = new VirtualTimers();
  const sent: PresenceMessage[] = [];
  return { timers, sent, sender: new PresenceSender({ timers, send: (message) => sent.push(message) }) };
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
  expect(sent.at(-1)?.x).toBe(59);
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
