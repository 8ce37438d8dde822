import type { ReactNode } from 'react';

import styles from './skeleton.module.css';

/** Grey lines where rows will be, for waits over a second. */
export function Skeleton({ rows = 3 }: { readonly rows?: number }): ReactNode {
  return (
    <div aria-hidden className={styles.skeleton}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={styles.row} />
      ))}
    </div>
  );
}
