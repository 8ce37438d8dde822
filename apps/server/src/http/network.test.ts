import { expect, it } from 'vitest';

import { coarseNetworkOf, networkOf } from './network.ts';

it.each([
  ['192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
  ['::1', '0:0:0:0::/64', '0:0:0::/48'],
  [undefined, '', 'unknown'],
])('of %s the limits know %s and the log %s', (address, network, coarse) => {
  expect(networkOf(address)).toBe(network);
  expect(coarseNetworkOf(address)).toBe(coarse);
});
