import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

import { isLoopback } from './config.ts';

/** How far requests of the server may go: to the internet alone, also to this machine, or wherever its operator says. */
export type Reach = 'internet' | 'here-too' | 'anywhere';

/** A request to somebody outside, as libraries make it. */
interface OutgoingRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Nobody answered there, or it is no place to ask. Which of both is not told: it would say what stands in the network. */
export class NobodyAnswers extends Error {}

const maxAnswerBytes = 512 * 1_024;

/** Networks that are somebody's own, or nobody's. */
const notInternet = blockListOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);
/** Of IPv6 only what was given out at all, without what holds an address of IPv4 within. */
const internet6 = blockListOf('ipv6', [['2000::', 3]]);
const notInternet6 = blockListOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function blockListOf(family: 'ipv4' | 'ipv6', networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, bits] of networks) list.addSubnet(address, bits, family);
  return list;
}

/** Whether a request may go to this address. */
function mayGoTo(address: string, reach: Reach): boolean {
  if (reach === 'anywhere' || (reach === 'here-too' && isLoopback(address))) return true;
  if (isIP(address) === 4) return !notInternet.check(address);
  return internet6.check(address, 'ipv6') && !notInternet6.check(address, 'ipv6');
}

/** Looks up where a name leads at the moment of the connection, so that no second answer of its owner leads elsewhere. */
function lookupWithin(reach: Reach): LookupFunction {
  return (name, options, tell) => {
    lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first, ...others] = error === null ? found.filter(({ address }) => mayGoTo(address, reach)) : [];
      if (first === undefined) tell(error ?? new Error('no address to go to'), '', 0);
      else if (options.all === true) tell(null, [first, ...others]);
      else tell(null, first.address, first.family);
    });
  };
}

async function send(url: URL, asked: OutgoingRequest, reach: Reach): Promise<Response> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const { method, headers, body, signal } = asked;
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const how = { method, headers, agent: false as const, lookup: lookupWithin(reach), ...(signal && { signal }) };
  const going = request(url, how, (answer) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    answer.on('error', reject);
    answer.on('data', (part: Buffer) => {
      bytes += part.length;
      parts.push(part);
      if (bytes > maxAnswerBytes) answer.destroy(new Error('too long an answer'));
    });
    answer.on('end', () => {
      const type = answer.headers['content-type'];
      const said = { status: answer.statusCode ?? 500, headers: type === undefined ? {} : { 'content-type': type } };
      resolve(new Response(bytes === 0 ? null : Buffer.concat(parts), said));
    });
  });
  going.on('error', reject);
  going.end(body instanceof URLSearchParams ? body.toString() : body);
  return promise;
}

/** Whether something may be asked at this address at all; a name is looked at once more where it is looked up. */
export function isPlace({ protocol, hostname }: URL, reach: Reach): boolean {
  const host = hostname.replaceAll(/[[\]]/g, '');
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(host))) return false;
  return isIP(host) === 0 || mayGoTo(host, reach);
}

/** Asks somebody outside, by https, or by http on this machine. Redirects are not followed. Rejects with `NobodyAnswers`. */
export function createOutgoing(reach: Reach): (address: string, asked: OutgoingRequest) => Promise<Response> {
  return async (address, asked) => {
    const url = new URL(address);
    if (!isPlace(url, reach)) throw new NobodyAnswers('no place to ask');
    try {
      return await send(url, asked, reach);
    } catch (cause) {
      throw new NobodyAnswers('no answer', { cause });
    }
  };
}
