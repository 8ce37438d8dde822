import { expect, it } from 'vitest';

import { orderKey } from './order-keys.ts';

it('gives keys that sort in their order, beyond one digit too', () => {
  const keys = Array.from({ length: 500 }, (_, at) => orderKey(at + 1));
  expect([keys[0], keys[60], keys[61]]).toEqual(['a1', 'az', 'b00']);
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(500);
});
