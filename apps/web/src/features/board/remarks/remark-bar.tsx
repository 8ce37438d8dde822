import { MessageCircle, SmilePlus } from 'lucide-react';
import { useEffect } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { onScreen } from '../overlay/on-screen.ts';
import { useObservable } from '../use-observable.ts';
import { usePieceWaits } from './may-remark.ts';
import { pieceName, pieceOf } from './pieces.ts';
import styles from './remark-bar.module.css';
import type { OpenCard } from './remark-desk.ts';

const barPx = { width: 260, height: 64 } as const;
const gapPx = 16;
const edgePx = 8;
/** Room for what is told about a piece above it; where there is none that stands below, before this. */
const toldPx = 76;
/** What the tools below take up. */
const toolsPx = 104;

/** Two buttons under the one piece that is selected, or that a pupil has tapped. */
export function RemarkBar(): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { remarks } = useBoard();
  const pointed = useObservable(remarks.pointed);
  const piece = useValue('piece', () => pieceInHand(editor, pointed), [editor, pointed]);
  const at = useValue('bar', () => (piece === null ? null : under(editor, piece)), [editor, piece]);
  const waits = usePieceWaits(piece);
  useForgetting(editor);
  if (piece === null || at === null || waits) return null;
  const open = (what: OpenCard['at']): void => remarks.card.set({ piece, at: what });
  return (
    <div
      role="group"
      aria-label={t('remark.bar', { piece: pieceName(editor, piece, t) })}
      className={styles.bar}
      style={at}
    >
      <Button look="plain" size="touch" icon={MessageCircle} onClick={() => open('words')}>
        {t('remark.comment')}
      </Button>
      <Button look="plain" size="touch" icon={SmilePlus} onClick={() => open('signs')}>
        {t('remark.react')}
      </Button>
    </div>
  );
}

/** What is pointed at is forgotten when something is selected, or another tool is taken. */
function useForgetting(editor: Editor): void {
  const { remarks } = useBoard();
  const isElsewhere = useValue('elsewhere', () => !editor.isIn('select') || editor.getSelectedShapeIds().length > 0, [
    editor,
  ]);
  useEffect(() => {
    if (isElsewhere) remarks.pointed.set(null);
  }, [isElsewhere, remarks]);
}

function pieceInHand(editor: Editor, pointed: string | null): string | null {
  if (!editor.isIn('select.idle') || editor.inputs.isPointing) return null;
  const selected = editor.getOnlySelectedShapeId();
  return selected === null ? pointed : pieceOf(editor, selected);
}

function under(editor: Editor, piece: string): CSSProperties | null {
  const bounds = editor.getShapePageBounds(piece as TLShapeId);
  if (!bounds) return null;
  const { left, top, width, height } = onScreen(editor, bounds);
  const { w, h } = editor.getViewportScreenBounds();
  const x = Math.min(Math.max(edgePx, left + width / 2 - barPx.width / 2), w - barPx.width - edgePx);
  const below = top + height + gapPx + (top > toldPx ? 0 : toldPx);
  const y = below + barPx.height < h - toolsPx ? below : Math.max(edgePx, top - barPx.height - gapPx);
  return { left: x, top: y };
}
