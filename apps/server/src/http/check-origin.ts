import type { RequestHandler } from 'express';

import { Refused } from './refusal.ts';

/** Methods that change nothing and may come from anywhere. */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Decides whether a request or a socket comes from our own pages. The sockets' handshake asks the same. */
export type IsOwnOrigin = (origin: string | undefined) => boolean;

/**
 * `origins` are the exact origins people may have in their address bar; asked each time, because the port of a server
 * that takes any free one is known late. Exact comparison: no suffix, no other case, no `null`.
 */
export function createOriginCheck(origins: () => readonly string[]): IsOwnOrigin {
  return (origin) => origin !== undefined && origins().includes(origin);
}

/**
 * Stops requests that another website makes with our reader's cookies (SEC-08). A missing `Origin` is refused too:
 * browsers send one with every method that changes something, and other clients are told to.
 */
export function refuseForeignOrigins(isOwnOrigin: IsOwnOrigin): RequestHandler {
  return (request, _response, next) => {
    if (safeMethods.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    if (!isOwnOrigin(request.get('origin')) || (site !== undefined && site !== 'same-origin')) {
      throw new Refused('BAD_ORIGIN');
    }
    next();
  };
}
