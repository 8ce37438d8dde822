import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** What a page of ours may load: everything from its own origin, plus what tldraw makes in memory. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // tldraw writes style attributes; no script can come in this way.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** For drawings and published pages, which need no script and no connection. */
export const stillPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The same for a page with a form that is sent to this server. */
export const formPolicy = stillPolicy.replace("form-action 'none'", "form-action 'self'");

/** For what people uploaded: it can load nothing, run nothing and belongs to no origin. */
export const barePolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

const oneYearSeconds = 31_536_000;

/**
 * Headers of every answer, refusals too. `isHttps` says that people reach this instance by https: only then may
 * browsers be told to insist on it, because a school's own network may have nothing but http.
 */
export function securityHeaders(isHttps: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
      strictTransportSecurity: isHttps ? { maxAge: oneYearSeconds, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      frameguard: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('Permissions-Policy', 'geolocation=(), microphone=(), camera=()');
      next();
    },
  ];
}
