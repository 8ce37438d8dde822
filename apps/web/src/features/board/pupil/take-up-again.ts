import type { CaseView } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import { Box } from 'tldraw';
import type { Editor, TLPageId, TLShapeId } from 'tldraw';

/** Shows the pieces of a case where they are, and those that something is said about in it. */
export function showCase(editor: Editor, session: BoardSession, reviewCase: CaseView | null): TLShapeId[] {
  if (reviewCase === null) return [];
  if (editor.getPage(reviewCase.page as TLPageId)) editor.setCurrentPage(reviewCase.page as TLPageId);
  const pieces = reviewCase.records.map((id) => session.records.get(id)?.['about'] ?? id);
  const shapes = [...new Set(pieces)].filter((id) => editor.getShape(id as TLShapeId)) as TLShapeId[];
  if (shapes.length === 0) return [];
  editor.setCurrentTool('select');
  editor.select(...shapes);
  // What is said may be about somebody else's piece, which cannot be selected.
  const bounds = Box.Common(shapes.flatMap((id) => editor.getShapePageBounds(id) ?? []));
  editor.zoomToBounds(bounds, { inset: 160, targetZoom: 1, animation: { duration: 180 } });
  return shapes;
}

/** Puts work that was sent back under the author's hand; where it is one piece of writing, the cursor stands in it. */
export function takeUpAgain(editor: Editor, session: BoardSession, reviewCase: CaseView | null): void {
  const shapes = showCase(editor, session, reviewCase);
  const [only] = shapes;
  const record = only === undefined ? undefined : session.records.get(only);
  // Where it is something said, its card is the place for it.
  if (!reviewCase?.records.includes(String(only))) return;
  if (only === undefined || shapes.length > 1 || !['note', 'text'].includes(String(record?.['type']))) return;
  editor.markHistoryStoppingPoint('change it');
  editor.setEditingShape(only);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(only) });
}
