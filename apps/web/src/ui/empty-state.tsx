import type { ReactNode } from 'react';

import { DrawingView } from '../drawings/drawing-view.tsx';
import type { Drawing } from '../drawings/drawing.ts';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  readonly drawing?: Drawing;
  /** What is so ("All done."). */
  readonly title: string;
  /** What follows from it, or what to do next. */
  readonly text?: string;
  /** At most one thing to do. */
  readonly action?: ReactNode;
};

/** Where there is nothing yet, or nothing left: says so kindly and shows the next step. */
export function EmptyState({ drawing, title, text, action }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      {drawing !== undefined && (
        <div className={styles.drawing}>
          <DrawingView drawing={drawing} />
        </div>
      )}
      <p className={styles.title}>{title}</p>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {action}
    </div>
  );
}
