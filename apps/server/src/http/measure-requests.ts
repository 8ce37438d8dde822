import type { RequestHandler } from 'express';

import type { Meters } from '../observability/meters.ts';
import { routeKey } from './log-requests.ts';

/**
 * Counts each answer under its route's pattern, never under its address. What has no pattern (files of the app, addresses
 * where nothing lives) is one route together, so that strangers cannot make new ones.
 */
export function measureRequests(meters: Pick<Meters, 'answered'>): RequestHandler {
  return (_request, response, next) => {
    const begun = performance.now();
    response.once('finish', () => {
      const known: unknown = response.locals[routeKey];
      const route = typeof known === 'string' ? known : 'other';
      meters.answered({ route, status: response.statusCode, seconds: (performance.now() - begun) / 1_000 });
    });
    next();
  };
}
