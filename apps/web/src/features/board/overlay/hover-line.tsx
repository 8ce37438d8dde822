import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';

import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';
import { AboutPiece } from './about-piece.tsx';
import styles from './hover-line.module.css';
import { onScreen } from './on-screen.ts';

/** Room for the line above the mark it speaks of; where there is none it stands below. */
const lineHeightPx = 60;
/** What the word "Waiting" on the mark itself takes up. */
const chipHeightPx = 16;

/** About the mark under the pointer: whose it is, since when, and who sees it. */
export function HoverLine(): ReactNode {
  const editor = useEditor();
  const { session, you } = useBoard();
  const authors = useObservable(session.authors);
  useObservable(session.stamps);
  const hovered = useValue('hovered', () => hoveredMark(editor), [editor]);
  const stamp = hovered && session.stampOf(hovered.id);
  const author = authors.get(stamp?.by ?? '');
  if (!hovered || !stamp || !author) return null;
  // A pupil's own waiting work says so itself; of what is selected staff read on its card.
  const isSaidElsewhere = you.role === 'pupil' ? stamp.reach === 'held' : hovered.isSelected;
  if (isSaidElsewhere) return null;
  const top = hovered.top - (stamp.reach === 'held' ? chipHeightPx : 0);
  return (
    <div className={styles.line} style={{ left: hovered.left, top }}>
      <AboutPiece stamp={stamp} author={author} />
    </div>
  );
}

interface Hovered {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly isSelected: boolean;
}

function hoveredMark(editor: ReturnType<typeof useEditor>): Hovered | null {
  const id = editor.getHoveredShapeId();
  const bounds = id === null ? undefined : editor.getShapePageBounds(id);
  if (id === null || bounds === undefined || editor.inputs.isPointing) return null;
  const { left, top, width, height } = onScreen(editor, bounds, 8);
  return {
    id,
    left: Math.max(8, left + width / 2),
    top: top > lineHeightPx ? top : top + height + lineHeightPx,
    isSelected: editor.getSelectedShapeIds().includes(id),
  };
}
