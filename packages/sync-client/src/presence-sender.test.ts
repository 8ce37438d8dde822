import type { MoveMessage, PresenceMessage } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

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

describe('what of the page is on the screen', () => {
  const looking = (left: number, x = 0): PresenceMessage => ({ ...at(x), viewport: [left, 0, 800, 600] });

  test('[P31] is told when it has changed, at most twice a second, the newest each time', async () => {
    const { timers, sent, sender } = open();
    sender.connected(true);
    for (let left = 0; left < 100; left += 1) {
      sender.move(looking(left));
      await timers.advance(20);
    }
    expect(sent.length).toBeLessThanOrEqual(5);
    await timers.advance(1_000);
    expect(sent.at(-1)).toEqual(looking(99));
    const atRest = sent.length;
    sender.move(looking(99));
    await timers.advance(1_000);
    expect(sent).toHaveLength(atRest);
  });

  test('[P31] is not said again with what else there is to say, and does not keep a pointer from moving', async () => {
    const { timers, sent, sender } = open();
    sender.connected(true);
    sender.move(looking(0));
    await timers.advance(60);
    sender.move(looking(5, 7));
    await timers.advance(60);
    sender.move({ ...looking(5, 7), busy: true });
    await timers.advance(1_000);
    const { viewport: _, ...busy } = { ...looking(5, 7), busy: true };
    expect(sent).toEqual([looking(0), [7, 0], busy, { ...looking(5, 7), busy: true }]);
  });

  test('[P31] is told anew on another page, and by another connection', async () => {
    const { timers, sent, sender } = open();
    sender.connected(true);
    sender.move(looking(0));
    await timers.advance(1_000);
    sender.move({ ...looking(0), page: 'page:other' });
    expect(sent.at(-1)).toEqual({ ...looking(0), page: 'page:other' });
    sender.connected(false);
    await timers.advance(1_000);
    sender.connected(true);
    expect(sent).toEqual([looking(0), ...Array(2).fill({ ...looking(0), page: 'page:other' })]);
  });

  test('[P31] does not go with an edit: there is more to say then than a place', async () => {
    const { timers, sender } = open();
    sender.connected(true);
    sender.move(looking(0));
    await timers.advance(30);
    sender.move(looking(1, 5));
    expect(sender.takeMove()).toEqual([5, 0]);
    await timers.advance(465);
    sender.move(looking(1, 6));
    await timers.advance(5);
    sender.move(looking(2, 8));
    expect(sender.takeMove()).toBeNull();
  });
});
