import { expect, test } from 'vitest';

import { Connections, type Connection } from './connections.ts';

/** As much of an Engine.IO connection as is looked at. */
class FakeConnection {
  readyState = 'open';
  readonly transport = {};
  isGone = false;

  onClose(): void {
    this.isGone = true;
    this.readyState = 'closed';
  }
}

function stage(...list: FakeConnection[]) {
  const connections = new Connections();
  for (const one of list) connections.add(one as unknown as Connection);
  const beats = (count: number): void => {
    for (let i = 0; i < count; i += 1) connections.beat();
  };
  return { connections, beats };
}

test('[SEC-32] who says nothing for five seconds is gone, whoever is known stays', () => {
  const [silent, known] = [new FakeConnection(), new FakeConnection()];
  const { connections, beats } = stage(silent, known);
  connections.known(known as unknown as Connection);
  beats(19);
  expect(silent.isGone).toBe(false);
  beats(1);
  expect([silent.isGone, connections.size]).toEqual([true, 1]);
  beats(10_000);
  expect(known.isGone).toBe(false);
});

test.each(['closing', 'closed'])('[REL-08] a connection that is %s has less than a second to go in order', (state) => {
  const one = new FakeConnection();
  const { connections, beats } = stage(one);
  connections.known(one as unknown as Connection);
  one.readyState = state;
  beats(3);
  expect(one.isGone).toBe(false);
  beats(1);
  expect([one.isGone, connections.size]).toEqual([true, 0]);
});
