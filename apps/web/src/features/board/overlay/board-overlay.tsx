import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';

import { useValue } from 'tldraw';

import { useBoard } from '../board-context.ts';
import styles from './board-overlay.module.css';
import { ConcernPicker } from '../concern/concern-picker.tsx';
import { PicturesOnTheirWay } from '../pictures/pictures-on-their-way.tsx';
import { PieceCard } from '../staff/acts/piece-card.tsx';
import { AuthorsLayer } from './authors-layer.tsx';
import { isAuthorsShown } from './authors-shown.ts';
import { CursorLayer } from './cursor-layer.tsx';
import { HoverLine } from './hover-line.tsx';
import { NotShown } from './not-shown.tsx';
import { PutAwayMarks } from './put-away-marks.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { WorkMarks } from './work-marks.tsx';

/** Nobody needs it to draw, so it comes when the board is there. */
const RemarkLayer = lazy(async () => ({ default: (await import('../remarks/remark-layer.tsx')).RemarkLayer }));

/** What lies over the canvas and moves with it: marks on work that waits, other people's cursors, the line about a mark. */
export function BoardOverlay(): ReactNode {
  const { you } = useBoard();
  const isShowingAuthors = useValue(isAuthorsShown);
  return (
    <div className={styles.overlay}>
      {isShowingAuthors && <AuthorsLayer />}
      <PutAwayMarks />
      <WorkMarks />
      <PicturesOnTheirWay />
      <CursorLayer />
      {you.role === 'pupil' ? <NotShown otherwise={<ReturnedCard />} /> : <PieceCard />}
      <HoverLine />
      <Suspense fallback={null}>
        <RemarkLayer />
      </Suspense>
      <ConcernPicker />
    </div>
  );
}
