import { Router } from 'express';
import type { Response } from 'express';

import type { Readiness } from './readiness.ts';

/** Addresses that programs ask every few seconds; they stand in no log. */
export const watchedAddresses: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

function say(response: Response, fact: 'alive' | 'ready', isSo: boolean): void {
  response
    .status(isSo ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ [fact]: isSo });
}

/**
 * `GET /healthz`: the start is over and the process lives; starting it anew would mend nothing else. `GET /readyz`: it can
 * serve a lesson now. Anybody may ask, so neither says why not (OP1, OP2).
 */
export function createHealthRoutes(readiness: Pick<Readiness, 'phase' | 'isReady'>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => say(response, 'alive', readiness.phase !== 'starting'));
  router.get('/readyz', async (_request, response) => say(response, 'ready', await readiness.isReady()));
  return router;
}
