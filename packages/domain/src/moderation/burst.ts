import type { CaseStatus, Verdict } from '@bridgeboard/protocol';
import type { ReviewCase } from '../board/board-state.ts';

/** When a burst closes: after this long without an edit, this long after its start, or at this many records. */
export const burstLimits = { quietMs: 5_000, longestMs: 60_000, records: 50 } as const;

/** When the burst of a case closes by itself, in ms since 1970, if nothing more is drawn. */
function closesAt(reviewCase: ReviewCase): number {
  if (reviewCase.records.length >= burstLimits.records) return reviewCase.changedAt;
  return Math.min(reviewCase.changedAt + burstLimits.quietMs, reviewCase.burstAt + burstLimits.longestMs);
}

/** What a case is at a moment. A `drawing` burst is not closed yet, so nothing can be decided on it. */
export function statusOf(reviewCase: ReviewCase, now: number): CaseStatus {
  if (reviewCase.state !== 'open') return reviewCase.state;
  return now >= closesAt(reviewCase) ? 'waiting' : 'drawing';
}

/**
 * P8: what can be decided on a case at a moment. What has been let out to the school can still go to the board; what is on the
 * board already cannot be let out to less, only stay, be sent back, or be put away.
 */
export function verdictsOn(reviewCase: ReviewCase, now: number): readonly Verdict[] {
  const status = statusOf(reviewCase, now);
  if (status === 'approved') return reviewCase.decision?.verdict === 'school' ? ['board'] : [];
  if (status !== 'waiting' && status !== 'returned') return [];
  return reviewCase.afterwards ? ['board', 'return', 'reject'] : ['board', 'school', 'return', 'reject'];
}
