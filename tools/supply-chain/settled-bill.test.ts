import { expect, it } from 'vitest';

import { settled } from './settled-bill.ts';

const bill = {
  serialNumber: 'urn:uuid:0909bd12-d053-4abd-8755-da1eb0163126',
  metadata: { timestamp: '2026-11-30T12:05:32.657Z', component: { 'bom-ref': 'pkg:npm/bridgeboard@0.1.0' } },
  components: [{ 'bom-ref': 'pkg:npm/b@1.0.0' }, { 'bom-ref': 'pkg:npm/a@1.0.0' }],
  dependencies: [
    { ref: 'b', dependsOn: ['d', 'c'] },
    { ref: 'pkg:npm/bridgeboard@0.1.0', dependsOn: ['pkg:npm/%40bridgeboard/picture@0.1.0', 'a'] },
    { ref: 'pkg:npm/%40bridgeboard/picture@0.1.0', dependsOn: ['b'] },
    { ref: 'a' },
  ],
};

it('[SEC-41] a bill of the same packages has the same bytes, whenever and in whatever order it was made', () => {
  const other = {
    ...bill,
    serialNumber: 'urn:uuid:7d33bf36-44d8-4362-b1cc-f02b79a30f12',
    metadata: { ...bill.metadata, timestamp: '2027-01-01T00:00:00.000Z' },
    components: bill.components.toReversed(),
    dependencies: [
      { ref: 'a' },
      { ref: 'pkg:npm/%40bridgeboard/picture@0.1.0' },
      { ref: 'b', dependsOn: ['c', 'd'] },
      { ref: 'pkg:npm/bridgeboard@0.1.0', dependsOn: ['b', 'a'] },
    ],
  };
  expect(JSON.stringify(settled(other))).toBe(JSON.stringify(settled(bill)));
  expect(settled(bill).serialNumber).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
});

it('[SEC-41] a bill of other packages has another name', () => {
  const other = { ...bill, components: [{ 'bom-ref': 'pkg:npm/a@1.0.1' }] };
  expect(settled(other).serialNumber).not.toBe(settled(bill).serialNumber);
});
