import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';

import { useBoard } from '../board-context.ts';
import styles from './board-overlay.module.css';
import { PicturesOnTheirWay } from '../pictures/pictures-on-their-way.tsx';
import { CursorLayer } from './cursor-layer.tsx';
import { HoverLine } from './hover-line.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { WorkMarks } from './work-marks.tsx';

/** Nobody needs it to draw, so it comes when the board is there. */
const RemarkLayer = lazy(async () => ({ default: (await import('../remarks/remark-layer.tsx')).RemarkLayer }));

/** What lies over the canvas and moves with it: marks on work that waits, other people's cursors, the line about a mark. */
export function BoardOverlay(): ReactNode {
  const { you } = useBoard();
  return (
    <div className={styles.overlay}>
      <WorkMarks />
      <PicturesOnTheirWay />
      <CursorLayer />
      {you.role === 'pupil' ? <ReturnedCard /> : null}
      <HoverLine />
      <Suspense fallback={null}>
        <RemarkLayer />
      </Suspense>
    </div>
  );
}
