import type { ReactNode } from 'react';

import styles from './visually-hidden.module.css';

type VisuallyHiddenProps = {
  readonly id?: string;
  readonly children: ReactNode;
};

/** Text for screen readers alone. */
export function VisuallyHidden({ id, children }: VisuallyHiddenProps): ReactNode {
  return (
    <span id={id} className={styles.hidden}>
      {children}
    </span>
  );
}
