import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './top-bar.module.css';

type TopBarProps = {
  /** Back and title, or logo and places. */
  readonly start: ReactNode;
  /** What is true now: who sees this, saved. */
  readonly middle?: ReactNode;
  /** People, and what can be done. */
  readonly end?: ReactNode;
  /** 56 px with 48 px targets, for pupils. */
  readonly size?: 'control' | 'touch';
};

/** The only bar of chrome. Give its parts `TopBarRule` where a hairline divides them. */
export function TopBar({ start, middle, end, size }: TopBarProps): ReactNode {
  return (
    <header className={classNames(styles.bar, size === 'touch' && styles.touch)}>
      <div className={styles.start}>{start}</div>
      {middle !== undefined && <div className={styles.middle}>{middle}</div>}
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </header>
  );
}

export function TopBarRule(): ReactNode {
  return <span aria-hidden className={styles.rule} />;
}

/** The page's name, or the board's, in the bar; cut with an ellipsis where there is no room. */
export function TopBarTitle({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <h1 dir="auto" className={styles.title}>
      {children}
    </h1>
  );
}
