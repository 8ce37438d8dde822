import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Finds the address a request came from, by what the connection and trusted proxies say. */
export type ClientAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | undefined;

/**
 * Only these proxies' word counts: anybody can send the header (SEC-37). The last address of `X-Forwarded-For` that is
 * no proxy of ours is the client; Express does the same for HTTP, but sockets never pass through it.
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = blockListOf(trustedProxies);
  return ({ headers, socket }) => {
    const forwarded = headers['x-forwarded-for'];
    const hops = [forwarded ?? ''].flat().join(',').split(',');
    let address = socket.remoteAddress;
    while (address !== undefined && isTrusted(trusted, address)) {
      const next = hops.pop()?.trim();
      if (next === undefined || isIP(next) === 0) break;
      address = next;
    }
    return address;
  };
}

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isTrusted(trusted: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
