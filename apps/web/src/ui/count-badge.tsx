import type { ReactNode } from 'react';

import styles from './count-badge.module.css';

/** How many wait for a person, on the button or tab that leads to them. Nothing at all when none do. */
export function CountBadge({ count }: { readonly count: number }): ReactNode {
  if (count <= 0) return null;
  return <span className={styles.count}>{count > 99 ? '99+' : count}</span>;
}
