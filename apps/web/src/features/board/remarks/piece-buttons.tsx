import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { useBoard } from '../board-context.ts';
import { onScreen } from '../overlay/on-screen.ts';
import { useObservable } from '../use-observable.ts';
import styles from './piece-buttons.module.css';
import { pieceName } from './pieces.ts';

/** With more than this the way from one to the next would be longer than moving the board. */
const mostPieces = 150;

/** The pieces that are on the screen as buttons, in reading order: for the keyboard and for screen readers. The pointer goes through them. */
export function PieceButtons(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const pieces = useValue('pieces on screen', () => piecesOnScreen(editor), [editor]);
  return (
    <div role="group" aria-label={t('remark.pieces')}>
      {pieces.map((piece) => (
        <PieceButton key={piece} piece={piece} />
      ))}
    </div>
  );
}

function PieceButton({ piece }: { readonly piece: TLShapeId }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { session, remarks } = useBoard();
  const author = useObservable(session.authors).get(session.stampOf(piece)?.by ?? '');
  const rect = useValue('rect', () => rectOf(editor, piece), [editor, piece]);
  const name = useValue('name', () => pieceName(editor, piece, t), [editor, piece, t]);
  if (rect === null) return null;
  const label = author === undefined ? name : t('remark.pieceBy', { piece: name, name: author.label });
  const open = (): void => remarks.card.set({ piece, at: 'list' });
  return <button type="button" className={styles.piece} style={rect} aria-label={label} onClick={open} />;
}

function rectOf(editor: Editor, piece: TLShapeId): ReturnType<typeof onScreen> | null {
  const bounds = editor.getShapePageBounds(piece);
  return bounds ? onScreen(editor, bounds, 4) : null;
}

function piecesOnScreen(editor: Editor): TLShapeId[] {
  const view = editor.getViewportPageBounds();
  const shapes = editor.getCurrentPageShapes().filter((shape) => shape.type !== 'group');
  const placed = shapes.flatMap(({ id }) => {
    const bounds = editor.getShapePageBounds(id);
    return bounds && view.collides(bounds) ? [{ id, bounds }] : [];
  });
  const inOrder = placed.toSorted((a, b) => a.bounds.minY - b.bounds.minY || a.bounds.minX - b.bounds.minX);
  return inOrder.slice(0, mostPieces).map(({ id }) => id);
}
