import type { ReactNode } from 'react';

import styles from './key-cap.module.css';

/** The key that does the same, shown inside its button. Hidden from screen readers: `aria-keyshortcuts` on the button says it. */
export function KeyCap({ children }: { readonly children: string }): ReactNode {
  return (
    <kbd aria-hidden className={styles.key}>
      {children}
    </kbd>
  );
}
