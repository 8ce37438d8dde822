import type { Stamp } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import type { Editor } from 'tldraw';

import { joinNear } from './join-near.ts';
import type { PageRect } from './join-near.ts';

/** Pieces of one author that stand closer than this, in pixels of the page, are marked as one. */
const nearPx = 32;

/** A stretch of the page with work of one author. */
export interface StampedArea {
  readonly key: string;
  readonly by: string;
  readonly bounds: PageRect;
}

/** What on the open page has such a stamp, joined where it stands together. What stands in a group is marked with it. */
export function stampedAreas(
  editor: Editor,
  session: BoardSession,
  isWanted: (stamp: Stamp) => boolean,
): StampedArea[] {
  const byAuthor = new Map<string, PageRect[]>();
  for (const shape of editor.getCurrentPageShapes()) {
    const stamp = session.stampOf(shape.id);
    const bounds = editor.getShapePageBounds(shape.id);
    if (!stamp || !bounds || !isWanted(stamp) || standsInGroup(editor, shape.parentId)) continue;
    const { minX, minY, maxX, maxY } = bounds;
    const rects = byAuthor.get(stamp.by) ?? [];
    rects.push({ minX, minY, maxX, maxY });
    byAuthor.set(stamp.by, rects);
  }
  return [...byAuthor].flatMap(([by, rects]) =>
    joinNear(rects, nearPx).map((bounds, index) => ({ key: `${by} ${index}`, by, bounds })),
  );
}

function standsInGroup(editor: Editor, parent: string): boolean {
  return editor.getCurrentPageShapes().some(({ id, type }) => id === parent && type === 'group');
}
