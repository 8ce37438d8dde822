import { expect, it } from 'vitest';

import { toggled } from './use-batch.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

it('takes one case in, and out again', () => {
  const one = toggled(new Set(), { ids, caseId: 'b', from: 'b' });
  expect([...one]).toEqual(['b']);
  expect([...toggled(one, { ids, caseId: 'b', from: 'b' })]).toEqual([]);
});

it('takes in, or out, all from the one before, whichever way round', () => {
  const range = toggled(new Set(['d']), { ids, caseId: 'b', from: 'd' });
  expect([...range].toSorted()).toEqual(['b', 'c', 'd']);
  expect([...toggled(range, { ids, caseId: 'd', from: 'b' })]).toEqual([]);
});

it('takes the one alone where the one before has left the list', () => {
  expect([...toggled(new Set(['gone']), { ids, caseId: 'c', from: 'gone' })].toSorted()).toEqual(['c', 'gone']);
});
