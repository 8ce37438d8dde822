import type { QueueItem } from '@bridgeboard/protocol';
import type { Editor, TLShape, TLShapeId } from 'tldraw';

import type { Translate } from '../../../i18n/translate.ts';

/** How many letters of a piece's own words name it. */
const nameLength = 60;

/** What of a shape can be spoken about: the outermost group that it stands in, else itself. */
export function pieceOf(editor: Editor, shape: TLShape): TLShapeId {
  let piece = shape;
  for (let around = editor.getShapeParent(piece); around?.type === 'group'; around = editor.getShapeParent(piece)) {
    piece = around;
  }
  return piece.id;
}

/** The piece under the pointer, locked or not. */
export function pieceAtPointer(editor: Editor): TLShapeId | null {
  const margin = editor.options.hitTestMargin / editor.getZoomLevel();
  const how = { hitInside: true, hitLabels: true, hitLocked: true, margin };
  const shape = editor.getShapeAtPoint(editor.inputs.currentPagePoint, how);
  return shape ? pieceOf(editor, shape) : null;
}

/** What a piece is called aloud: its own words, else what kind of thing it is. */
export function pieceName(editor: Editor, piece: string, t: Translate): string {
  const shape = editor.getShape(piece as TLShapeId);
  if (!shape) return '';
  const words = (editor.getShapeUtil(shape).getText(shape) ?? '').replaceAll(/\s+/g, ' ').trim();
  if (words === '') return t(`queue.kind.${kindOf(shape.type)}`);
  return words.length > nameLength ? `${words.slice(0, nameLength - 1).trimEnd()}…` : words;
}

function kindOf(type: string): QueueItem['kind'] {
  if (type === 'note' || type === 'text') return type;
  if (type === 'group') return 'mixed';
  return type === 'image' ? 'picture' : 'drawing';
}
