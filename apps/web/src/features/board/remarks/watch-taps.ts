import type { Editor, TLEventInfo } from 'tldraw';

import type { EditRights } from '../editor/edit-rights.ts';
import { commentToolId } from './comment-tool.ts';
import { pieceAtPointer } from './pieces.ts';
import type { RemarkDesk } from './remark-desk.ts';

/** How far a finger may slip and still tap. */
const slipPx = 6;

/**
 * With the comment tool a tap opens the card of what it meets. With the hand that selects, a tap on what cannot be selected, because it is
 * somebody else's or locked, points at it. The answer ends it.
 */
export function watchTaps(editor: Editor, rights: EditRights, desk: RemarkDesk): () => void {
  let isTap = false;
  const tap = (): void => {
    const piece = pieceAtPointer(editor);
    if (editor.isIn(commentToolId)) desk.card.set(piece === null ? null : { piece, at: 'list' });
    else if (editor.isIn('select'))
      desk.pointed.set(piece !== null && isOutOfReach(editor, rights, piece) ? piece : null);
  };
  const watch = (info: TLEventInfo): void => {
    const { originScreenPoint, currentScreenPoint } = editor.inputs;
    if (info.name === 'pointer_down') isTap = true;
    if (info.name === 'pointer_move' && originScreenPoint.dist(currentScreenPoint) > slipPx) isTap = false;
    if (info.name === 'pointer_up' && isTap) tap();
  };
  editor.on('event', watch);
  return () => editor.off('event', watch);
}

function isOutOfReach(editor: Editor, rights: EditRights, piece: ReturnType<typeof pieceAtPointer>): boolean {
  const shape = piece === null ? undefined : editor.getShape(piece);
  return shape !== undefined && (!rights.mayEdit(shape) || editor.isShapeOrAncestorLocked(shape));
}
