import { createElement } from 'react';
import type { ReactNode } from 'react';

import { classNames } from '../ui/class-names.ts';
import type { Drawing, Mark } from './drawing.ts';
import styles from './drawing-view.module.css';

type DrawingViewProps = {
  readonly drawing: Drawing;
  /** What it shows, for those who do not see it. Left out where words beside it say the same. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  /** Pulled to the box's shape: for shores and lines, never for figures. */
  readonly stretch?: boolean | undefined;
};

/** A drawing on the page. It fills the width it is given and is never mirrored in right-to-left pages. */
export function DrawingView({ drawing, label, className, stretch = false }: DrawingViewProps): ReactNode {
  const naming = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...naming}
      className={classNames(styles.drawing, className)}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      preserveAspectRatio={stretch ? 'none' : 'xMidYMid meet'}
      focusable="false"
    >
      {drawing.marks.map(renderMark)}
    </svg>
  );
}

// A drawing never changes, so the place of a mark is its identity.
function renderMark(mark: Mark, index: number): ReactNode {
  return createElement(mark.tag, { key: index, ...mark.attributes }, mark.marks?.map(renderMark));
}
