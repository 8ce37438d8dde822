import { maxClientMessageBytes, parseClientJson } from '@bridgeboard/protocol';
import express from 'express';
import type { Request, RequestHandler } from 'express';

import { Refused } from './refusal.ts';

/**
 * Reads bodies as bytes, at most 64 KiB, and never inflates: what is compressed is refused with 415, so that a small
 * request cannot become a large one (SEC-33). `jsonBodyOf` makes sense of the bytes where an endpoint wants them. What comes by
 * PUT is left to its endpoint, which knows who may send how much.
 */
export const readBodyBytes: RequestHandler = express.raw({
  type: ({ method }) => method !== 'PUT',
  limit: maxClientMessageBytes,
  inflate: false,
});

/** The request's JSON, not yet checked against a schema; undefined without a body. Throws `Refused`. */
export function jsonBodyOf(request: Request): unknown {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  // Forms and text can be sent across origins without asking first; JSON cannot.
  if (!request.is('application/json')) throw new Refused('BAD_TYPE', { status: 415 });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('BAD_JSON');
  }
  const parsed = parseClientJson(text);
  if ('refused' in parsed) throw new Refused(parsed.refused);
  return parsed.value;
}
