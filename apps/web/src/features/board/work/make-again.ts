import type { BoardRecord, WorkPiece } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import type { Editor, TLContent, TLShapeId } from 'tldraw';

import { takeInHand } from '../pupil/take-up-again.ts';

/** What of a piece that was not accepted can be made once more: a picture only while it is still on the board. */
export function whatIsLeft({ records }: WorkPiece, session: BoardSession): BoardRecord[] {
  const isThere = (record: BoardRecord): boolean => {
    const props: unknown = record['props'];
    const asset = typeof props === 'object' && props !== null && 'assetId' in props ? props.assetId : null;
    return typeof asset !== 'string' || session.records.has(asset);
  };
  return records.filter((record) => record.typeName === 'binding' || isThere(record));
}

/** Makes new things of a piece that was not accepted, where it was, and puts them in the author's hand. False where nothing can be made now. */
export function makeAgain(editor: Editor, session: BoardSession, piece: WorkPiece): boolean {
  const records = whatIsLeft(piece, session);
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  if (shapes.length === 0 || editor.getIsReadonly()) return false;
  const ids = new Set(shapes.map(({ id }) => id));
  const outermost = shapes.filter(({ parentId }) => !ids.has(String(parentId)));
  const known = editor.getPages().find(({ id }) => id === piece.page);
  if (known) editor.setCurrentPage(known.id);
  editor.markHistoryStoppingPoint('use again');
  editor.run(() => {
    const content = {
      shapes,
      bindings: records.filter(({ typeName }) => typeName === 'binding'),
      rootShapeIds: outermost.map(({ id }) => id),
      assets: [],
      schema: editor.store.schema.serialize(),
    };
    editor.setCurrentTool('select');
    editor.putContentOntoCurrentPage(content as unknown as TLContent, { select: true, preservePosition: true });
    moveBack(editor, piece);
  });
  const made = editor.getSelectedShapeIds();
  takeInHand(editor, made);
  return made.length > 0;
}

/** What stood in a frame was measured from there: it comes back to where it was seen. */
function moveBack(editor: Editor, { place }: WorkPiece): void {
  const bounds = editor.getSelectionPageBounds();
  if (!bounds || place === null) return;
  const [dx, dy] = [place.x - bounds.x, place.y - bounds.y];
  if (Math.hypot(dx, dy) < 1) return;
  const moved = editor.getSelectedShapeIds().flatMap((id: TLShapeId) => editor.getShape(id) ?? []);
  editor.updateShapes(moved.map(({ id, type, x, y }) => ({ id, type, x: x + dx, y: y + dy })));
}
