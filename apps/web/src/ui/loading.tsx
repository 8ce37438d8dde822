import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import styles from './loading.module.css';

/** Shown only when waiting takes longer than 400 ms, so that quick pages do not flicker. */
export function Loading(): ReactNode {
  const t = useT();
  return (
    <output className={styles.loading}>
      <span aria-hidden className={styles.notes} />
      {t('app.loading')}
    </output>
  );
}
