import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import type { MessageId } from '../../../i18n/translate.ts';
import styles from './rest-card.module.css';

/** Stands where the tools were while there is nothing to do with them, and says why. */
export function RestCard({ words }: { readonly words: MessageId }): ReactNode {
  const t = useT();
  return (
    <p role="status" className={styles.card}>
      <Hand aria-hidden />
      {t(words)}
    </p>
  );
}
