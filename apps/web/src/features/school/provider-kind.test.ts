import { expect, it } from 'vitest';

import { issuerOf, kindOf, tenantOf } from './provider-kind.ts';

const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';

it('[SI21] fills in the address of Google, and of one school’s directory at Microsoft', () => {
  expect(issuerOf('google', '')).toBe('https://accounts.google.com');
  const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
  expect(issuerOf('microsoft', tenant.toUpperCase())).toBe(issuer);
  expect([kindOf(issuer), tenantOf(issuer)]).toEqual(['microsoft', tenant]);
  expect([kindOf('https://id.example'), tenantOf('https://id.example')]).toEqual(['other', '']);
});

it.each(['common', 'organizations', '', 'x/../y'])(
  '[SI22] takes no address at Microsoft that is of everybody: %s',
  (typed) => {
    expect(issuerOf('microsoft', typed)).toBeNull();
  },
);
