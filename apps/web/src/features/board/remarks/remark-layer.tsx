import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';
import { commentToolId } from './comment-tool.ts';
import { useMayRemark } from './may-remark.ts';
import { PieceButtons } from './piece-buttons.tsx';
import { RemarkBar } from './remark-bar.tsx';
import { RemarkCard } from './remark-card.tsx';
import { RemarkMarks } from './remark-marks.tsx';
import { watchTaps } from './watch-taps.ts';

/** What people say about pieces, over the canvas: a mark on each piece that something was said about, and the card beside one. */
export function RemarkLayer(): ReactNode {
  const editor = useEditor();
  const { rights, remarks } = useBoard();
  const card = useObservable(remarks.card);
  const isChoosing = useValue('choosing', () => editor.isIn(commentToolId), [editor]);
  const may = useMayRemark(editor);
  useEffect(() => watchTaps(editor, rights, remarks), [editor, rights, remarks]);
  return (
    <>
      <RemarkMarks />
      {isChoosing && <PieceButtons />}
      {may && card === null && <RemarkBar />}
      {card !== null && <RemarkCard key={card.piece} card={card} may={may} />}
    </>
  );
}
