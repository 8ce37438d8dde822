import type { CaseStatus, CaseView } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { ownWork } from './own-cases.ts';

const one = (id: string, status: CaseStatus, changedAt = 0): CaseView => ({
  id,
  status,
  changedAt,
  openedAt: 0,
  by: '0.1',
  page: 'page:page',
  records: [],
});

test('what a pupil has going on is told newest first, and what is decided well is no work any more', () => {
  const work = ownWork([
    one('a', 'waiting', 1),
    one('b', 'drawing', 2),
    one('c', 'returned'),
    one('d', 'approved'),
    one('e', 'withdrawn'),
    one('f', 'rejected'),
  ]);
  expect(work.waiting.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(work.returned.map(({ id }) => id)).toEqual(['c']);
  expect(work.rejected.map(({ id }) => id)).toEqual(['f']);
});
