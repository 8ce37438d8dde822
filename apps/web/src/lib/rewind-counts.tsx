import type { RewindCounts } from '@bridgeboard/protocol';
import { Eraser, Move, Plus } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import styles from './rewind-counts.module.css';

/** How many things taking something back is about. */
export function countOf({ added, erased, changed }: RewindCounts): number {
  return added + erased + changed;
}

/** What taking something back comes to, before it is done. */
export function RewindCountList({ counts }: { readonly counts: RewindCounts }): ReactNode {
  const t = useT();
  if (countOf(counts) === 0) return <p>{t('board.rewind.nothing')}</p>;
  return (
    <ul className={styles.list}>
      <li>
        <Plus aria-hidden />
        {t('board.rewind.added', { count: counts.added })}
      </li>
      <li>
        <Eraser aria-hidden />
        {t('board.rewind.erased', { count: counts.erased })}
      </li>
      <li>
        <Move aria-hidden />
        {t('board.rewind.changed', { count: counts.changed })}
      </li>
      {counts.skipped > 0 && <li className={styles.stays}>{t('board.rewind.skipped', { count: counts.skipped })}</li>}
    </ul>
  );
}
