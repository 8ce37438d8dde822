import type { QueueItem, SchoolBrief, WholeQueue } from '@bridgeboard/protocol';
import { expect, it } from 'vitest';

import { withItems } from './whole-queue-api.ts';
import { isTold, wholeRows } from './whole-rows.ts';

const school = { id: 'north' } as SchoolBrief;
const line = (id: string) => ({
  case: id,
  board: 'rivers',
  author: 0,
  kinds: ['words' as const],
  found: ['words:en' as const, 'phone' as const],
  openedAt: 1,
  changedAt: 1,
});
const queue: WholeQueue = {
  boards: [{ id: 'rivers', title: 'Our rivers', schools: [] }],
  authors: [{ name: 'Oliver H.', className: '5B' }],
  lines: [line('a'), line('b'), line('c')],
};
const nothing = { items: new Map(), gone: new Set<string>() };
const ref = (id: string) => ({ board: 'rivers', case: id });
const item = (id: string) => ({ case: id, marks: 3, words: 'owl', hash: 'h' }) as QueueItem;

it('[MOD4] a row says whose it is before what is in it has been told, and nothing can be decided on it', () => {
  const rows = wholeRows(queue, { told: nothing, school });
  expect(rows.map((row) => [row.case, row.author, row.className, row.boardTitle, row.hash])).toEqual(
    ['a', 'b', 'c'].map((id) => [id, 'Oliver H.', '5B', 'Our rivers', '']),
  );
  expect(rows.some(isTold)).toBe(false);
  expect(rows[0]?.found.map(({ kind, list }) => [kind, list])).toEqual([
    ['words', 'en'],
    ['phone', undefined],
  ]);
});

it('[MOD4] what was asked for and is not there any more leaves the list, and comes back when it is told again', () => {
  const once = withItems(nothing, { cases: [ref('a'), ref('b')], items: [item('b')] });
  expect(wholeRows(queue, { told: once, school }).map((row) => [row.case, row.words])).toEqual([
    ['b', 'owl'],
    ['c', ''],
  ]);
  const twice = withItems(once, { cases: [ref('a'), ref('b')], items: [item('a')] });
  expect(wholeRows(queue, { told: twice, school }).map((row) => row.case)).toEqual(['a', 'c']);
});
