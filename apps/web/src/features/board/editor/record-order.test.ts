import { expect, test } from 'vitest';

import { inPuttingOrder, inRemovingOrder, inTellingOrder } from './record-order.ts';

test('[P35] records are put from the page up and taken off from the binding down', () => {
  const types = ['binding', 'shape', 'page', 'document'];
  const records = types.map((typeName) => ({ id: `${typeName}:1`, typeName }));
  expect(inPuttingOrder(records).map(({ typeName }) => typeName)).toEqual(types.toReversed());
  expect(inRemovingOrder(['page:1', 'shape:1', 'binding:1'])).toEqual(['binding:1', 'shape:1', 'page:1']);
});

test('what a shape stands in is put before it', () => {
  const shape = (id: string, parentId: string) => ({ id, typeName: 'shape', parentId });
  const records = [
    shape('shape:dot', 'shape:box'),
    shape('shape:box', 'shape:frame'),
    shape('shape:frame', 'page:page'),
  ];
  expect(inPuttingOrder(records).map(({ id }) => id)).toEqual(['shape:frame', 'shape:box', 'shape:dot']);
});

test('[P34] an undone delete is told shape first, then its binding; a move out of a frame before the frame goes', () => {
  const told = inTellingOrder([
    { op: 'delete', id: 'shape:frame' },
    { op: 'delete', id: 'binding:old' },
    { op: 'create', record: { id: 'binding:b', typeName: 'binding' } },
    { op: 'update', id: 'shape:child', set: { parentId: 'page:page' } },
    { op: 'create', record: { id: 'shape:s', typeName: 'shape' } },
  ]);
  const ids = told.map((op) => (op.op === 'create' ? op.record['id'] : op.id));
  expect(ids).toEqual(['shape:s', 'binding:b', 'shape:child', 'binding:old', 'shape:frame']);
});
