import type { Author, Stamp } from '@bridgeboard/protocol';
import type { BoardSession } from '@bridgeboard/sync-client';
import type { Editor } from 'tldraw';

import { onScreen } from '../../overlay/on-screen.ts';
import type { ScreenRect } from '../../overlay/on-screen.ts';

/** What is selected, as long as one person made all of it. */
export interface Piece {
  readonly records: readonly string[];
  readonly stamp: Stamp;
  readonly author: Author;
  readonly rect: ScreenRect;
}

/** The selected piece, or null: while something is moved, written in or drawn there is none to speak of. */
export function selectedPiece(editor: Editor, session: BoardSession): Piece | null {
  const records = editor.getSelectedShapeIds();
  const bounds = editor.getSelectionPageBounds();
  if (!bounds || !editor.isIn('select.idle') || editor.getEditingShapeId() !== null) return null;
  const [stamp, ...others] = records.map((id) => session.stampOf(id));
  const author = session.authors.value.get(stamp?.by ?? '');
  if (!stamp || !author || others.some((one) => one?.by !== stamp.by)) return null;
  return { records, stamp, author, rect: onScreen(editor, bounds, 8) };
}

/** Everything of somebody's that is put away and that staff of their school still see. */
export function putAwayOf(session: BoardSession, { key }: Author): string[] {
  return [...session.records.keys()].filter((id) => {
    const stamp = session.stampOf(id);
    return stamp?.by === key && stamp.putAway === true;
  });
}
