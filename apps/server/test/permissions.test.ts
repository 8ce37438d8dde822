import { beforeAll, expect, it } from 'vitest';

import { provePermissions, type Proof } from '../../../tools/prove/permissions/prove-permissions.ts';

let proof: Proof;
beforeAll(async () => {
  proof = await provePermissions();
}, 480_000);

it('[PM1] [PM2] every route and message does for everybody what the table says, for what is there and what is not', () => {
  expect(proof.wrong).toEqual([]);
  expect(proof.cells).toBeGreaterThan(600);
});

it('[PM3] no route and no message is without a row, and no row without one', () => {
  expect(proof.withoutRow).toEqual([]);
});
