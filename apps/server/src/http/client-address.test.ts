import { expect, test } from 'vitest';

import { createClientAddress } from './client-address.ts';

function addressOf(about: { trusted: string[]; from: string; forwarded?: string }): string | undefined {
  const headers = about.forwarded === undefined ? {} : { 'x-forwarded-for': about.forwarded };
  const socket = { remoteAddress: about.from } as never;
  return createClientAddress(about.trusted)({ headers, socket });
}

test('[SEC-37] who comes without a trusted proxy counts as the address of the connection, whatever it claims', () => {
  expect(addressOf({ trusted: [], from: '203.0.113.9', forwarded: '10.1.1.1' })).toBe('203.0.113.9');
  expect(addressOf({ trusted: ['10.0.0.1'], from: '203.0.113.9', forwarded: '10.0.0.1' })).toBe('203.0.113.9');
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['1.2.3.4, 198.51.100.7', '198.51.100.7'],
  ['1.2.3.4, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['not an address', '10.0.0.1'],
  ['', '10.0.0.1'],
])('[SEC-37] behind trusted proxies, of "%s" the last that is no proxy counts: %s', (forwarded, client) => {
  expect(addressOf({ trusted: ['10.0.0.0/30'], from: '10.0.0.1', forwarded })).toBe(client);
  expect(addressOf({ trusted: ['10.0.0.0/30'], from: '::ffff:10.0.0.1', forwarded }) ?? '').toContain(client);
});
