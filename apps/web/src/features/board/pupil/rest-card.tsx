import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import type { Rest } from '../notices.ts';
import styles from './rest-card.module.css';

/** Stands where the tools were while there is nothing to do with them, and says why. */
export function RestCard({ rest }: { readonly rest: Rest }): ReactNode {
  const t = useT();
  return (
    <p role="status" className={styles.card}>
      <Hand aria-hidden />
      {t(rest.message, rest.values)}
    </p>
  );
}
