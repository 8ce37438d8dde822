import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import styles from './lesson-bar.module.css';

/** What a teacher does with the lesson itself, above the tools: the door, and who waits at it. */
export function LessonBar({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useT();
  return (
    <div role="group" aria-label={t('board.lesson')} className={styles.bar}>
      {children}
    </div>
  );
}
