import type { CaseView } from '@bridgeboard/protocol';
import { isOutOfSight } from '../board/board-rules.ts';
import type { BoardState, ReviewCase } from '../board/board-state.ts';
import { authorKey, type Viewer } from '../view/viewer.ts';
import { statusOf, verdictsOn } from './burst.ts';
import { caseItem } from './case-item.ts';

/**
 * A case as its own school's staff see it (with the hash a decision must name, where one can be taken) or as its author does
 * (never `drawing`, which is a matter of timing, and without hash). Null for everybody else, and while the school sees nothing of the
 * board (P39): what becomes of the case meanwhile is told when it goes on.
 */
export function visibleCase(state: BoardState, ask: { id: string; viewer: Viewer; now: number }): CaseView | null {
  const found = state.cases.get(ask.id);
  if (!found || isOutOfSight(state, found.school)) return null;
  const as = relationTo(found, ask.viewer);
  if (!as) return null;
  const status = statusOf(found, ask.now);
  const view: CaseView = {
    id: found.id,
    by: authorKey(state, found.author),
    page: found.page,
    records: [...found.records],
    status: as === 'author' && status === 'drawing' ? 'waiting' : status,
    openedAt: found.openedAt,
    // While it is being drawn it would change with every stroke, which is nobody's news.
    changedAt: status === 'drawing' || (as === 'author' && found.state === 'open') ? found.burstAt : found.changedAt,
    ...(as === 'staff' ? decidableItem(state, found, ask.now) : {}),
  };
  if (found.decision?.note !== undefined) view.note = found.decision.note;
  return view;
}

function decidableItem(state: BoardState, found: ReviewCase, now: number): Partial<CaseView> {
  if (verdictsOn(found, now).length === 0) return {};
  const { hash, slots } = caseItem(state, found);
  return slots.length > 0 ? { hash, records: slots.map((slot) => slot.id) } : {};
}

function relationTo(found: ReviewCase, viewer: Viewer): 'staff' | 'author' | null {
  if (viewer.kind === 'staff' && viewer.school === found.school) return 'staff';
  return 'person' in viewer && viewer.person === found.author ? 'author' : null;
}

/** Whether a case is still somebody's turn: what a view keeps of cases, and what its digest counts (P30). */
export function isOpenCase({ status }: Pick<CaseView, 'status'>): boolean {
  return status === 'drawing' || status === 'waiting' || status === 'returned';
}
