import { Clock, MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Editor, TLShapeId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useBoard } from '../board-context.ts';
import { onScreen } from '../overlay/on-screen.ts';
import { useObservable } from '../use-observable.ts';
import { pieceName } from './pieces.ts';
import styles from './remark-marks.module.css';
import { useRemarks } from './use-remarks.ts';

/** Half of a mark: it sits on the corner of its piece. */
const halfPx = 15;

/** One mark on each piece of this page that something was said about; never how much (CO9). */
export function RemarkMarks(): ReactNode {
  const editor = useEditor();
  const { remarks } = useBoard();
  const said = useObservable(remarks.said);
  const page = useValue('pieces here', () => [...said.keys()].filter((id) => isHere(editor, id)), [editor, said]);
  return page.map((piece) => <RemarkMark key={piece} piece={piece} />);
}

function isHere(editor: Editor, piece: string): boolean {
  return editor.getAncestorPageId(piece as TLShapeId) === editor.getCurrentPageId();
}

function RemarkMark({ piece }: { readonly piece: string }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { remarks } = useBoard();
  const { comments, reactions } = useRemarks(piece);
  const at = useValue('corner', () => cornerOf(editor, piece), [editor, piece]);
  const name = useValue('name', () => pieceName(editor, piece, t), [editor, piece, t]);
  if (at === null || comments.length + reactions.length === 0) return null;
  const isWaiting = [...comments, ...reactions].some(({ state }) => state !== 'out');
  const Icon = isWaiting ? Clock : MessageCircle;
  const label = t(isWaiting ? 'remark.markWaiting' : 'remark.mark', { piece: name });
  const open = (): void => remarks.card.set({ piece, at: 'list' });
  return (
    <button
      type="button"
      className={classNames(styles.mark, isWaiting && styles.waiting)}
      style={at}
      aria-label={label}
      title={label}
      onClick={open}
    >
      <Icon aria-hidden />
    </button>
  );
}

function cornerOf(editor: Editor, piece: string): { left: number; top: number } | null {
  const bounds = editor.getShapePageBounds(piece as TLShapeId);
  if (!bounds) return null;
  const { left, top, width, height } = onScreen(editor, bounds);
  return { left: left + width - halfPx, top: top + height - halfPx };
}
