import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './slow-loading.module.css';

/** Where rows will stand once they have come: nothing for the first second, then grey lines, so that a fast answer never flickers. */
export function SlowLoading({ rows = 3 }: { readonly rows?: number }): ReactNode {
  const t = useT();
  return (
    <div role="status" className={styles.loading}>
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
      <Skeleton rows={rows} />
    </div>
  );
}
