import { getSnapshot, httpRefusal, type ErrorCode, type Snapshot } from '@bridgeboard/protocol';

/** The server answered, and the answer is no. `code` says why and whether asking again can help. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(`the snapshot was refused: ${code}`);
    this.code = code;
  }
}

/**
 * Fetches a board's snapshot with the page's own session, as of the frame `from` or later. Rejects with `SnapshotRefused`, or
 * as `fetch` does.
 */
export type FetchSnapshot = (board: string, signal: AbortSignal, from?: number) => Promise<Snapshot>;

/** @param origin the instance's own origin, or '' for that of the page */
export function snapshotFetcher(fetchIt: typeof fetch, origin = ''): FetchSnapshot {
  return async (board, signal, from) => {
    const query = from === undefined ? '' : `?from=${from}`;
    const path = getSnapshot.path.replace(':board', encodeURIComponent(board)) + query;
    const response = await fetchIt(origin + path, { signal, cache: 'no-store', credentials: 'same-origin' });
    const answer: unknown = await response.json();
    if (!response.ok) throw new SnapshotRefused(httpRefusal.safeParse(answer).data?.code ?? 'INTERNAL');
    const checked = getSnapshot.answer.safeParse(answer);
    if (!checked.success) throw new SnapshotRefused('BAD_PROTOCOL');
    return checked.data;
  };
}
