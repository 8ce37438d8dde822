import type { ReactNode } from 'react';

import styles from './visually-hidden.module.css';

type VisuallyHiddenProps = {
  readonly id?: string;
  /** always · phone: where the screen is at most 640 px wide · narrow: at most 1100 px, where a bar has room for icons alone. */
  readonly where?: 'always' | 'phone' | 'narrow';
  readonly children: ReactNode;
};

/** Text for screen readers alone, on every screen or on small ones. */
export function VisuallyHidden({ id, where = 'always', children }: VisuallyHiddenProps): ReactNode {
  return (
    <span id={id} className={styles[where]}>
      {children}
    </span>
  );
}
