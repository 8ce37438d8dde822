import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './row-list.module.css';

/** Rows with hairlines, not boxes. Give it a heading of its own, and name it by `labelledBy`. */
export function RowList({
  labelledBy,
  children,
}: {
  readonly labelledBy?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ul role="list" className={styles.list} aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}

type RowProps = {
  readonly icon?: LucideIcon;
  /** A picture in place of the icon. */
  readonly picture?: ReactNode;
  readonly title: ReactNode;
  /** Below the title, quieter. */
  readonly detail?: ReactNode;
  /** At the far side: a badge, an age, one button. */
  readonly end?: ReactNode;
};

/** One row: icon or picture, title and detail, and what can be done at its end. */
export function Row({ icon: Icon, picture, title, detail, end }: RowProps): ReactNode {
  return (
    <li className={styles.row}>
      {Icon !== undefined && <Icon aria-hidden className={styles.icon} />}
      {picture}
      <div className={styles.text}>
        <div className={styles.title}>{title}</div>
        {detail !== undefined && <div className={styles.detail}>{detail}</div>}
      </div>
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </li>
  );
}
