import { errorRules } from '@bridgeboard/protocol';
import type { ErrorCode, HttpRefusal } from '@bridgeboard/protocol';

/** A refusal's code, or `UNREACHABLE` where no answer of ours came back: no network, a proxy's page, a time-out. */
export type FailureCode = ErrorCode | 'UNREACHABLE';

/** What `call` throws, always: a coded refusal of the server, or that the server could not be reached. */
export class CallFailed extends Error {
  readonly code: FailureCode;
  /** True where the same call can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  /** How long to wait before the next try, in ms, where the server said so. */
  readonly retryAfterMs: number | undefined;
  /** Names the request in the server's log; empty when no answer came back. */
  readonly requestId: string;
  /** The line of a charter that is the reason, and the schools whose rule it is. */
  readonly charter: HttpRefusal['charter'];

  constructor(facts: {
    code: FailureCode;
    retryable: boolean;
    retryAfterMs?: number | undefined;
    requestId?: string;
    charter?: HttpRefusal['charter'];
  }) {
    super(facts.code);
    this.name = 'CallFailed';
    this.code = facts.code;
    this.retryable = facts.retryable;
    this.retryAfterMs = facts.retryAfterMs;
    this.requestId = facts.requestId ?? '';
    this.charter = facts.charter;
  }
}

/** The server's refusal as it is thrown. */
export function failedByRefusal(refusal: HttpRefusal): CallFailed {
  const { code, retryable, retryAfterMs, requestId, charter } = refusal;
  return new CallFailed({ code, retryable, retryAfterMs, requestId, charter });
}

/** A failure with a code of ours where the server's own words are missing or unreadable. */
export function failedByCode(code: ErrorCode): CallFailed {
  return new CallFailed({ code, retryable: errorRules[code].retryable });
}

/** No answer of ours came back: worth another try. */
export function failedToReach(): CallFailed {
  return new CallFailed({ code: 'UNREACHABLE', retryable: true });
}

/** The code of anything thrown by `call`; a bug of ours counts as INTERNAL. */
export function failureCode(error: unknown): FailureCode {
  return error instanceof CallFailed ? error.code : 'INTERNAL';
}

/** True where waiting and asking again can help. */
export function isTransient(error: unknown): boolean {
  return error instanceof CallFailed && error.retryable;
}

/** What a query says about its connection; react-query's own results fit. */
type Asking = { readonly fetchStatus: string; readonly failureReason: Error | null };

/** True while a query waits for the network: what it shows is what was known last. */
export function isOffline({ fetchStatus, failureReason }: Asking): boolean {
  return fetchStatus === 'paused' || (failureReason !== null && failureCode(failureReason) === 'UNREACHABLE');
}
