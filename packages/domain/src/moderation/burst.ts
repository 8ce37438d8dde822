import type { CaseStatus } from '@bridgeboard/protocol';
import type { ReviewCase } from '../board/board-state.ts';

/** When a burst closes: after this long without an edit, this long after its start, or at this many records. */
export const burstLimits = { quietMs: 5_000, longestMs: 60_000, records: 50 } as const;

/** When the burst of a case closes by itself, in ms since 1970, if nothing more is drawn. */
function closesAt(reviewCase: ReviewCase): number {
  if (reviewCase.records.length >= burstLimits.records) return reviewCase.changedAt;
  return Math.min(reviewCase.changedAt + burstLimits.quietMs, reviewCase.burstAt + burstLimits.longestMs);
}

/** What a case is at a moment. Only `waiting` and `returned` ones can be decided; a `drawing` burst is not closed yet. */
export function statusOf(reviewCase: ReviewCase, now: number): CaseStatus {
  if (reviewCase.state !== 'open') return reviewCase.state;
  return now >= closesAt(reviewCase) ? 'waiting' : 'drawing';
}
