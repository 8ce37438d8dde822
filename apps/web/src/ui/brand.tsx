import type { ReactNode } from 'react';

import { DrawingView } from '../drawings/drawing-view.tsx';
import { logo } from '../drawings/logo.ts';
import { useT } from '../i18n/translate.ts';
import styles from './brand.module.css';

/** The logo and the name. The picture is never mirrored, the order of the two is. */
export function Brand(): ReactNode {
  const t = useT();
  return (
    <span className={styles.brand}>
      <DrawingView drawing={logo} className={styles.logo} />
      {t('app.name')}
    </span>
  );
}
