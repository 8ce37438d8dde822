import { assetRecordOf } from '@bridgeboard/domain';
import type { BoardSession, HangPicture } from '@bridgeboard/sync-client';
import type { Editor, TLAssetId, TLPageId, TLRecord, TLShapeId } from 'tldraw';

import type { RemoteGuard } from '../editor/remote-guard.ts';

interface HangParts {
  readonly editor: Editor;
  readonly session: BoardSession;
  readonly guard: RemoteGuard;
}

/**
 * Puts pictures that the server has kept on the board, as an edit of the person's own. The record of the picture is the server's:
 * here it stands in until that comes with the answer. An upload hangs once, however often it is answered.
 */
export function hangPictures({ editor, session, guard }: HangParts): HangPicture {
  return ({ upload, page, box, altText }, asset) => {
    const id = `shape:${upload}` as TLShapeId;
    if (session.records.has(id)) return true;
    const record = assetRecordOf(asset) as unknown as TLRecord;
    guard.during(() => editor.store.mergeRemoteChanges(() => editor.store.put([record])));
    const parentId = editor.getPage(page as TLPageId) ? (page as TLPageId) : editor.getCurrentPageId();
    const { x, y, w, h } = box;
    editor.run(() => {
      editor.markHistoryStoppingPoint('picture');
      editor.createShape({
        id,
        type: 'image',
        parentId,
        x,
        y,
        props: { w, h, assetId: record.id as TLAssetId, altText },
      });
    });
    // While the board is only to be looked at, the editor makes nothing: the picture waits.
    if (editor.getShape(id) === undefined) return false;
    if (isAtRest(editor)) editor.setCurrentTool('select').select(id);
    // The question for its words had the keys; nobody else has taken them since.
    if (document.activeElement === document.body) editor.getContainer().focus();
    return true;
  };
}

/** A new picture is in the hand at once, to be moved and sized; but nobody's pen is taken away for it. */
function isAtRest(editor: Editor): boolean {
  return !editor.inputs.isPointing && editor.getEditingShapeId() === null && !editor.isIn('draw.drawing');
}
