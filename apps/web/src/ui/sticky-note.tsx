import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './sticky-note.module.css';

export type NotePaper = 'sun' | 'leaf' | 'sky' | 'rose';

type StickyNoteProps = {
  readonly paper: NotePaper;
  /** Which way it leans, as notes put down by hand do. */
  readonly tilt?: 'start' | 'end' | 'none';
  readonly children: ReactNode;
};

/** The brand's building block: nearly square corners, a small tilt, one soft shadow below. */
export function StickyNote({ paper, tilt = 'start', children }: StickyNoteProps): ReactNode {
  return <div className={classNames(styles.note, styles[paper], styles[tilt])}>{children}</div>;
}
