import type { CaseView, ViewItem } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { privateDigest, viewDigest } from '@bridgeboard/domain';

const item = (id: string, fields: Record<string, unknown> = {}): ViewItem => ({
  record: { id, typeName: 'shape', ...(fields as { x: number }) },
  stamp: { by: '0.1', reach: 'board', at: 1 },
});
const noCases: CaseView[] = [];

test('[P30] neither the order of records nor that of keys counts', () => {
  const one = [item('a', { x: 1, y: { p: 1, q: [1, 2] } }), item('b')];
  const other = [item('b'), item('a', { y: { q: [1, 2], p: 1 }, x: 1 })];
  expect(viewDigest(one, noCases)).toBe(viewDigest(other, noCases));
});

test('[P30] any other value, stamp, case or id gives another digest', () => {
  const base = item('a', { x: 1, list: [1, 2], text: 'ab', none: null });
  const others = [
    item('a', { x: 1.01, list: [1, 2], text: 'ab', none: null }),
    item('a', { x: 1, list: [2, 1], text: 'ab', none: null }),
    item('a', { x: 1, list: [1, 2], text: 'ba', none: null }),
    item('a', { x: 1, list: [1, 2], text: 'ab' }),
    item('b', { x: 1, list: [1, 2], text: 'ab', none: null }),
    { ...base, stamp: { ...base.stamp, reach: 'held' as const } },
  ];
  const digests = [base, ...others].map((one) => viewDigest([one], noCases));
  expect(new Set(digests).size).toBe(digests.length);
  const waiting: CaseView = { id: 'c', by: 'x', page: 'p', records: [], status: 'waiting', openedAt: 1, changedAt: 1 };
  expect(viewDigest([base], [waiting])).not.toBe(viewDigest([base], noCases));
});

test('[P30] the digest survives the way over the wire', () => {
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), (records) => {
      const items = records.map((fields, i) => item(`id-${i}`, { fields: JSON.parse(JSON.stringify(fields)) }));
      const received = JSON.parse(JSON.stringify(items)) as ViewItem[];
      expect(viewDigest(received, noCases)).toBe(viewDigest(items, noCases));
    }),
  );
});

test('[P30] an own part tells what it covers from what it takes out of the view', () => {
  const taken = privateDigest([['a', null]], noCases);
  expect(taken).not.toBe(privateDigest([['b', null]], noCases));
  expect(taken).not.toBe(privateDigest([['a', item('a')]], noCases));
});
