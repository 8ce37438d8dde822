import type { ErrorCode } from '@bridgeboard/protocol';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';

import { framesOf } from '../observability/logger.ts';
import type { Meters } from '../observability/meters.ts';
import { coarseNetworkOf } from './network.ts';
import { readerOf } from './reader.ts';
import type { Reader } from './reader.ts';
import { Refused } from './refusal.ts';
import { refusalAnswer } from './refusal-answer.ts';
import { storeCodeOf } from './store-code.ts';

/**
 * Refusals that somebody who guesses, floods or reaches for what is not theirs collects. These lines alone say where from,
 * as a network of many (SG-05).
 */
const suspicious: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_ORIGIN',
  'FORBIDDEN',
  'JOIN_HELD',
  'JOIN_REFUSED',
  'PIN_PAUSED',
  'PIN_WRONG',
  'RATE',
  'SIGN_IN_FAILED',
]);

/** Draws the page for people who came by a browser's address bar. */
export type DrawErrorPage = (refusal: { code: string; requestId: string; reader: Reader }) => string;

/** The last handler of all: nothing lives at this address. */
export const refuseUnknownAddress: RequestHandler = () => {
  throw new Refused('NOT_FOUND');
};

/** What Express and its body parser throw carries a status of its own. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' ? status : 500;
}

function toRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const code = storeCodeOf(error);
  if (code !== null) return new Refused(code, { cause: error, retryAfterMs: 2_000 });
  const status = statusOf(error);
  if (status === 413) return new Refused('TOO_BIG');
  if (status === 415) return new Refused('BAD_TYPE', { status: 415 });
  if (status >= 400 && status < 500) return new Refused('BAD_MESSAGE');
  return new Refused('INTERNAL', { cause: error });
}

function wantsPage(request: Request): boolean {
  return !request.path.startsWith('/api/') && request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
}

function answer(request: Request, response: Response, refused: Refused, drawPage: DrawErrorPage): void {
  const { code, status, retryAfterMs, charter } = refused;
  const requestId = String(request.id);
  const reader = readerOf(request, response);
  response.status(status).set('Cache-Control', 'no-store');
  if (retryAfterMs !== undefined) response.set('Retry-After', String(Math.ceil(retryAfterMs / 1_000)));
  if (wantsPage(request)) response.type('html').send(drawPage({ code, requestId, reader }));
  else response.json(refusalAnswer({ code, language: reader.locale, requestId, retryAfterMs, charter }));
}

/**
 * Turns whatever was thrown into the one shape of a refusal. What is no refusal of ours is a bug or a broken store: the
 * log gets where it came from under the request's id, the reader only the id.
 */
export function createErrorHandler(drawPage: DrawErrorPage, meters: Pick<Meters, 'refused'>): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refused = toRefused(error);
    meters.refused(refused.code, 'http');
    if (suspicious.has(refused.code)) {
      const network = coarseNetworkOf(request.ip);
      request.log.warn({ event: 'refused', code: refused.code, network }, 'refused');
    }
    // Others without a cause are answers of ours (starting again, not set up yet), and no fault.
    if (refused.code === 'INTERNAL' || (refused.status >= 500 && refused.cause !== undefined)) {
      request.log.error({ code: refused.code, ...framesOf(refused.cause ?? refused) }, 'request failed');
    }
    // Half an answer cannot be taken back: cut it, so that nobody takes it for a whole one.
    if (response.headersSent) request.destroy();
    else answer(request, response, refused, drawPage);
  };
}
