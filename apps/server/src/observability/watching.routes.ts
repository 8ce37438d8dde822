import { setTimeout as wait } from 'node:timers/promises';

import type { Storage } from '@bridgeboard/storage';
import { Router } from 'express';

import { isLoopbackOnly } from '../config.ts';
import type { Config } from '../config.ts';
import { createHealthRoutes } from './health.routes.ts';
import { createMetricsRoutes } from './metrics.routes.ts';
import type { PrometheusMeters } from './prometheus-meters.ts';
import { readQueue } from './queue-reading.ts';
import { Readiness } from './readiness.ts';
import type { Phase } from './readiness.ts';
import type { Readings } from './readings.ts';

interface WatchingParts {
  readonly config: Config;
  readonly storage: Pick<Storage, 'ping' | 'directory' | 'queue'>;
  readonly meters: PrometheusMeters;
  readonly phase: () => Phase;
  readonly now: () => number;
  /** What rooms, sockets and the queue's feed say about themselves. */
  readonly read: () => Pick<Readings, 'rooms' | 'people' | 'outboxes' | 'boardsBehind'>;
}

/** What programs that watch over a server ask: does it live, can it serve, how is it doing. */
export function createWatching(parts: WatchingParts): Router {
  const { config, storage, meters, phase, now } = parts;
  const readiness = new Readiness({
    phase,
    now,
    ping: () => storage.ping(),
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  const page = async () => {
    const [isReady, queue] = await Promise.all([readiness.isReady(), readQueue({ ...storage, now })]);
    return meters.page({ ...parts.read(), isReady, queue });
  };
  const router = Router();
  router.use(createHealthRoutes(readiness));
  router.use(createMetricsRoutes({ token: config.metricsToken, isLocal: isLoopbackOnly(config), page }));
  return router;
}
