import { createBoardState } from '@bridgeboard/domain';
import { expect, test } from 'vitest';

import { Checkpoints } from './checkpoints.ts';

test('[P32] a board too big to be written down in one is told of, and goes on', async () => {
  const told: string[] = [];
  const checkpoints = new Checkpoints({
    journal: { putCheckpoint: () => Promise.reject(new Error('never asked')) },
    now: () => 1,
    onError: (what, reason) => told.push(`${what}: ${String(reason)}`),
  });
  const state = createBoardState({ board: 'board', schools: [], epoch: 'epoch' });
  checkpoints.opened(state, {});
  state.seq = 1_000;
  Object.defineProperty(state.clients, 'entries', {
    value: () => {
      throw new RangeError('Invalid string length');
    },
  });
  await checkpoints.leaving(state);
  expect(told).toEqual(['checkpoint: RangeError: Invalid string length']);
});
