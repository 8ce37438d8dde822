import type { CaseView } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import { Box } from 'tldraw';
import type { Editor, TLPageId, TLShapeId } from 'tldraw';

/** Shows the pieces of a case where they are, and those that something is said about in it. */
export function showCase(
  editor: Editor,
  session: BoardSession,
  reviewCase: Pick<CaseView, 'page' | 'records'> | null,
): TLShapeId[] {
  if (reviewCase === null) return [];
  if (editor.getPage(reviewCase.page as TLPageId)) editor.setCurrentPage(reviewCase.page as TLPageId);
  const pieces = reviewCase.records.map((id) => session.records.get(id)?.['about'] ?? id);
  const shapes = [...new Set(pieces)].filter((id) => editor.getShape(id as TLShapeId)) as TLShapeId[];
  if (shapes.length === 0) return [];
  editor.setCurrentTool('select');
  editor.select(...shapes);
  bringIntoSight(editor, shapes);
  return shapes;
}

/** What is said may be about somebody else's piece, which cannot be selected. */
function bringIntoSight(editor: Editor, shapes: readonly TLShapeId[]): void {
  const bounds = Box.Common(shapes.flatMap((id) => editor.getShapePageBounds(id) ?? []));
  editor.zoomToBounds(bounds, { inset: 160, targetZoom: 1, animation: { duration: 180 } });
}

/** Puts work that was sent back under the author's hand. */
export function takeUpAgain(editor: Editor, session: BoardSession, reviewCase: CaseView | null): void {
  const shapes = showCase(editor, session, reviewCase);
  // Where it is something said, its card is the place for it.
  if (shapes.some((id) => !reviewCase?.records.includes(id))) return;
  editor.markHistoryStoppingPoint('change it');
  writeIn(editor, shapes);
}

/** Puts things that have just been made under the author's hand. */
export function takeInHand(editor: Editor, shapes: readonly TLShapeId[]): void {
  if (shapes.length === 0) return;
  bringIntoSight(editor, shapes);
  writeIn(editor, shapes);
}

/** Where it is one piece of writing, the cursor stands in it. */
function writeIn(editor: Editor, shapes: readonly TLShapeId[]): void {
  const [only, ...others] = shapes;
  const shape = only === undefined || others.length > 0 ? undefined : editor.getShape(only);
  if (shape === undefined || !['note', 'text'].includes(shape.type)) return;
  editor.setEditingShape(shape.id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape });
}
