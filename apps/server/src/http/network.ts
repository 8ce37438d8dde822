import { isIPv4, isIPv6 } from 'node:net';

/** The first `groups` groups of an IPv6 address, `::` filled up. */
function prefix6(address: string, groups: number): string {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right].slice(0, groups).join(':');
}

function plain(address: string | undefined): string {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
}

/** What counts as one network for limits: an IPv4 address (a school is often one), or the /64 of an IPv6 address. */
export function networkOf(address: string | undefined): string {
  const text = plain(address);
  return isIPv6(text) ? `${prefix6(text, 4)}::/64` : text;
}

/** A network coarse enough for the log: /24 or /48 (SG-05). */
export function coarseNetworkOf(address: string | undefined): string {
  const text = plain(address);
  if (isIPv4(text)) return `${text.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(text) ? `${prefix6(text, 3)}::/48` : 'unknown';
}
