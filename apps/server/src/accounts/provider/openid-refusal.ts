import { Refused } from '../../http/refusal.ts';
import { NobodyAnswers } from '../../outgoing.ts';

/** Read by shape: the library that throws them is loaded only where it is needed. */
interface LibraryError {
  readonly error?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
}

/** What a fault on the way to a provider and back is to whoever signs in. */
export function refusalOf(fault: unknown): Refused {
  if (fault instanceof Refused) return fault;
  if (fault instanceof NobodyAnswers) return new Refused('PROVIDER_AWAY', { cause: fault, retryAfterMs: 10_000 });
  const { error, status, cause } = fault as LibraryError;
  if (cause instanceof NobodyAnswers) return refusalOf(cause);
  const isUnknown = error === 'invalid_client' || error === 'unauthorized_client' || status === 401;
  return new Refused(isUnknown ? 'PROVIDER_CLIENT' : 'PROVIDER_REFUSED', { cause: fault });
}
