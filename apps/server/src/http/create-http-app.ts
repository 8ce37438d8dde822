import compression from 'compression';
import express from 'express';
import type { Express, Router } from 'express';
import type { Logger } from 'pino';

import type { Meters } from '../observability/meters.ts';
import type { Random } from '../time-and-chance.ts';
import { refuseForeignOrigins } from './check-origin.ts';
import type { IsOwnOrigin } from './check-origin.ts';
import { createErrorHandler, refuseUnknownAddress } from './error-handler.ts';
import { drawTroublePage } from './front-pages.ts';
import { logRequests } from './log-requests.ts';
import { measureRequests } from './measure-requests.ts';
import { readBodyBytes } from './read-json-body.ts';
import { Refused } from './refusal.ts';
import { securityHeaders } from './security-headers.ts';
import type { WebApp } from './web-app.ts';

/** Where the features answer. */
export interface HttpRoutes {
  /** Published boards, for anybody. */
  readonly publicPages: Router;
  readonly api: Router;
  /** The front door and the app's document. */
  readonly frontPages: Router;
}

interface HttpParts extends HttpRoutes {
  readonly log: Logger;
  readonly random: Random;
  readonly trustedProxies: readonly string[];
  /** Whether people reach this instance by https. */
  readonly isHttps: boolean;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly webApp: WebApp;
  readonly meters: Meters;
  /** Signs of life for programs that watch over the server. */
  readonly watching: Router;
  /** False while the server starts and once it was asked to stop. */
  readonly isReady: () => boolean;
  /** Whether there is a school yet. */
  readonly isSetUp: () => Promise<boolean>;
}

/** The page and the route of a first set-up: all there is before it, and nothing after it. */
const setUpAddresses: ReadonlySet<string> = new Set(['/set-up', '/api/set-up']);

/** All of HTTP in the order in which a request meets it. */
export function createHttpApp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // Only these proxies' word on the client's address counts: anybody can send the header (SEC-37).
  app.set('trust proxy', [...parts.trustedProxies]);

  app.use(logRequests(parts.log, parts.random));
  app.use(securityHeaders(parts.isHttps));
  app.use(measureRequests(parts.meters));
  app.use(parts.watching);
  app.use(parts.webApp.files);
  app.use(compression());
  app.use(refuseForeignOrigins(parts.isOwnOrigin));
  app.use(readBodyBytes);
  app.use(async (request, _response, next) => {
    if (!parts.isReady()) throw new Refused('SERVER_RESTARTING', { retryAfterMs: 2_000 });
    const isSetUp = await parts.isSetUp();
    const isForSetUp = setUpAddresses.has(request.path.toLowerCase().replace(/\/$/, ''));
    if (!isSetUp && !isForSetUp) throw new Refused('SETUP_NEEDED');
    // Once there is a school, nothing tells that there ever was another door.
    if (isSetUp && isForSetUp) throw new Refused('NOT_FOUND');
    next();
  });
  app.use(parts.publicPages);
  app.use(parts.api);
  app.use(parts.frontPages);
  app.use(refuseUnknownAddress);
  app.use(createErrorHandler(drawTroublePage, parts.meters));
  return app;
}
