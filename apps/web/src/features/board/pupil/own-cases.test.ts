import type { CaseStatus } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { countWork } from './own-cases.ts';

test('what is being drawn waits too, and what is decided is no work any more', () => {
  const statuses: CaseStatus[] = ['waiting', 'drawing', 'returned', 'approved', 'withdrawn', 'rejected'];
  expect(countWork(statuses.map((status) => ({ status })))).toEqual({ waiting: 2, returned: 1 });
});
