import { isTransient } from './call-failed.ts';

const slowestMs = 30_000;

/** How long until the next try after `failures` in a row: doubles from `everyMs`, up to half a minute. */
export function backOff(everyMs: number, failures: number): number {
  return Math.min(everyMs * 2 ** failures, slowestMs);
}

/**
 * Options of a query that looks again every `everyMs`. While the server cannot be reached it keeps what it has, tries
 * less and less often, and `failureReason` says why; a refusal that waiting cannot mend ends as an error.
 */
export function pollEvery(everyMs: number) {
  return {
    refetchInterval: (query: { state: { status: string } }) => (query.state.status === 'error' ? false : everyMs),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    retry: (_failures: number, error: Error) => isTransient(error),
    retryDelay: (failures: number) => backOff(everyMs, failures),
  } as const;
}
