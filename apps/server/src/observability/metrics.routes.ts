import { createHash, timingSafeEqual } from 'node:crypto';

import { Router } from 'express';
import type { Request } from 'express';

import { isLoopback } from '../config.ts';
import { routeKey } from '../http/log-requests.ts';
import { Refused } from '../http/refusal.ts';

interface MetricsRoutes {
  /** Whoever sends it as a bearer token may read; null where none is set. */
  readonly token: string | null;
  /** Whether people can come in at this machine only; then programs at this machine may read without a token. */
  readonly isLocal: boolean;
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Both are hashed first, so that the time of comparing tells neither where they differ nor how long the token is. */
function hasToken(request: Request, token: string): boolean {
  const sent = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(sent), digest(token));
}

/**
 * A proxy on this machine connects from loopback for the whole world, and a page in a browser on this machine can point
 * a name of its own here: so the connection, what came along and the name asked for must all be of this machine.
 */
function isFromHere({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  const host = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? '';
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return isLoopback(address) && isLoopback(host) && !isForwarded;
}

/** `GET /metrics` (OP3). To everybody else the address does not exist. */
export function createMetricsRoutes({ token, isLocal, page }: MetricsRoutes): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    response.locals[routeKey] = '/metrics';
    const mayRead = token === null ? isLocal && isFromHere(request) : hasToken(request, token);
    if (!mayRead) throw new Refused('NOT_FOUND');
    const { type, text } = await page();
    response.set('Cache-Control', 'no-store').type(type).send(text);
  });
  return router;
}
