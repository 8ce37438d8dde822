import type { QueueItem } from '@bridgeboard/protocol';
import type { Editor, TLShapeId } from 'tldraw';

import type { Translate } from '../../../i18n/translate.ts';

/** How many letters of a piece's own words name it. */
const nameLength = 60;

/** What of a shape can be spoken about: itself, and of a group the first thing that is in it (CO2). */
export function pieceOf(editor: Editor, id: TLShapeId): TLShapeId | null {
  const shape = editor.getShape(id);
  if (shape?.type !== 'group') return shape?.id ?? null;
  const [first] = editor.getSortedChildIdsForParent(id);
  return first === undefined ? null : pieceOf(editor, first);
}

/** The piece under the pointer, locked or not. */
export function pieceAtPointer(editor: Editor): TLShapeId | null {
  const margin = editor.options.hitTestMargin / editor.getZoomLevel();
  const how = { hitInside: true, hitLabels: true, hitLocked: true, margin };
  return editor.getShapeAtPoint(editor.inputs.currentPagePoint, how)?.id ?? null;
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
  return type === 'image' ? 'picture' : 'drawing';
}
