import { expect, it } from 'vitest';

import { addressesOf } from './addresses.ts';

it('[SEC-03] on loopback the machine has several names, and each is an origin of ours', () => {
  expect(addressesOf({ host: '127.0.0.1', publicUrl: null }, 3000)).toEqual({
    url: 'http://localhost:3000',
    origins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
  });
  expect(addressesOf({ host: '::1', publicUrl: null }, 80).origins).toContain('http://[::1]:80');
});

it('[SEC-44] behind https that one address is the only origin', () => {
  const secure = { host: '127.0.0.1', publicUrl: 'https://board.example' };
  expect(addressesOf(secure, 3000)).toEqual({ url: 'https://board.example', origins: ['https://board.example'] });
});

it('a developer’s second server may stand in front on this machine', () => {
  const { url, origins } = addressesOf({ host: '127.0.0.1', publicUrl: 'http://localhost:5173' }, 3000);
  expect(url).toBe('http://localhost:5173');
  expect(origins).toEqual(expect.arrayContaining(['http://localhost:5173', 'http://127.0.0.1:3000']));
});
