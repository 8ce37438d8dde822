import type { CaseView } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import type { Editor } from 'tldraw';

import { joinNear } from './join-near.ts';
import type { PageRect } from './join-near.ts';

/** Pieces of one case that stand closer than this, in pixels of the page, are marked as one. */
const nearPx = 48;

/** A piece of somebody's unreleased work, as a rectangle on the page. */
export interface WorkArea {
  readonly key: string;
  readonly status: 'waiting' | 'returned';
  readonly bounds: PageRect;
  readonly reviewCase: CaseView | null;
}

const openStatuses: ReadonlySet<string> = new Set(['drawing', 'waiting', 'returned']);

/** Unreleased work on the page that is open, piece by piece. */
export function workAreas(editor: Editor, session: BoardSession): WorkArea[] {
  const cases = openCasesByRecord(session);
  const pieces = new Map<string, { reviewCase: CaseView | null; rects: PageRect[] }>();
  for (const id of editor.getCurrentPageShapeIds()) {
    const stamp = session.stampOf(id);
    // What is put away says that, and waits for nobody who would look at it.
    if (stamp?.reach !== 'held' || stamp.putAway === true) continue;
    const bounds = editor.getShapePageBounds(id);
    if (!bounds) continue;
    const { minX, minY, maxX, maxY } = bounds;
    const reviewCase = cases.get(id) ?? null;
    const key = reviewCase?.id ?? id;
    const piece = pieces.get(key) ?? { reviewCase, rects: [] };
    piece.rects.push({ minX, minY, maxX, maxY });
    pieces.set(key, piece);
  }
  return [...pieces].flatMap(([key, { reviewCase, rects }]) =>
    joinNear(rects, nearPx).map((bounds, index) => ({
      key: `${key} ${index}`,
      status: reviewCase?.status === 'returned' ? ('returned' as const) : ('waiting' as const),
      bounds,
      reviewCase,
    })),
  );
}

function openCasesByRecord(session: BoardSession): Map<string, CaseView> {
  const open = [...session.cases.value.values()].filter(({ status }) => openStatuses.has(status));
  return new Map(open.flatMap((one) => one.records.map((record) => [record, one] as const)));
}
