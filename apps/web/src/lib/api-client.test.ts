import { getQueue, postDecision } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { fillPath } from './api-client.ts';

it('fills each parameter of a path, escaped', () => {
  expect(fillPath(getQueue.path, { board: 'b1' })).toBe('/api/boards/b1/queue');
  expect(fillPath(postDecision.path, { board: 'b1', case: 'a/b?c' })).toBe('/api/boards/b1/cases/a%2Fb%3Fc/decision');
});
