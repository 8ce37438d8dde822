import { errorRules } from '@bridgeboard/protocol';
import type { ErrorCode, HttpRefusal } from '@bridgeboard/protocol';

interface RefusalDetails {
  /** How long until trying again makes sense, in ms. */
  readonly retryAfterMs?: number;
  /** An HTTP status other than the code's own, where HTTP has a more exact one. */
  readonly status?: number;
  /** The line of a charter that is the reason. */
  readonly charter?: HttpRefusal['charter'];
  readonly cause?: unknown;
}

/** Thrown wherever a request cannot go on; the error handler alone turns it into an answer. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly charter: HttpRefusal['charter'];

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? errorRules[code].status;
    this.retryAfterMs = details.retryAfterMs;
    this.charter = details.charter;
  }
}

/** The value, or NOT_FOUND: what is missing and what is somebody else's are answered alike. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refused('NOT_FOUND');
  return value;
}
