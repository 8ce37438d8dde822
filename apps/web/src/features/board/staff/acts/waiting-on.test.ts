import type { CaseView } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { waitingOn } from './waiting-on.ts';

const one = (id: string, more: Partial<CaseView>): CaseView => {
  return { id, by: '0.1', page: 'page:page', records: [], status: 'waiting', openedAt: 0, changedAt: 0, ...more };
};

test('a piece that waits nowhere has nothing to decide on', () => {
  const cases = [
    one('a', { records: ['shape:fish'], status: 'approved' }),
    one('b', { records: ['shape:owl'], hash: 'h' }),
  ];
  expect(waitingOn(cases, ['shape:fish'])).toBeNull();
});

test('what was made with it in one go is decided with it, and counted; arrows’ ends are nothing by themselves', () => {
  const cases = [one('a', { records: ['shape:fish', 'shape:eye', 'binding:end'], hash: 'h' })];
  expect(waitingOn(cases, ['shape:fish'])).toMatchObject({
    cases: [{ id: 'a', hash: 'h' }],
    isDrawing: false,
    others: 1,
  });
});

test('of several pieces each case counts, and one that is being drawn cannot be decided', () => {
  const drawing = one('b', { records: ['shape:owl'], status: 'drawing' });
  const cases = [one('a', { records: ['shape:fish'], hash: 'h' }), drawing];
  expect(waitingOn(cases, ['shape:fish', 'shape:owl'])?.cases.map(({ id }) => id)).toEqual(['a']);
  expect(waitingOn([drawing], ['shape:owl'])).toEqual({ cases: [], isDrawing: true, others: 0 });
});

test('what was let out to the school can be let out to the board by the same case', () => {
  const cases = [one('a', { records: ['shape:fish'], hash: 'h', status: 'approved' })];
  expect(waitingOn(cases, ['shape:fish'])?.cases).toHaveLength(1);
});
