import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

import { watchedAddresses } from '../observability/health.routes.ts';
import { newId } from '../time-and-chance.ts';
import type { Random } from '../time-and-chance.ts';

/** Where a matched endpoint notes its path pattern, so that the log names the route and no id of anybody. */
export const routeKey = 'route';

/**
 * Gives every request an id, answers it as `X-Request-Id`, and writes one line when it is done: method, route, status,
 * time. Never the address itself, its query, headers or bodies.
 */
export function logRequests(log: Logger, random: Random): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = newId(random);
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'warn' : 'info'),
    customSuccessObject: (request, response, value) => ({ ...value, ...factsOf(request.method, response) }),
    customErrorObject: (request, response) => factsOf(request.method, response),
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    autoLogging: { ignore: (request) => isNoNews(request.url ?? '') },
  });
}

/** Questions that come every few seconds, and files, which say nothing about anybody's doing. */
function isNoNews(url: string): boolean {
  return watchedAddresses.has(url) || url.startsWith('/assets/');
}

function factsOf(method: string | undefined, response: object & { statusCode: number }): object {
  const locals = 'locals' in response ? (response.locals as Record<string, unknown>) : {};
  return { method, route: locals[routeKey] ?? null, status: response.statusCode };
}
