import type { SchoolBrief } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import styles from './queue-head.module.css';

type QueueHeadProps = {
  readonly school: SchoolBrief;
  readonly count: number;
};

/** How many wait, whose, and in which order. */
export function QueueHead({ school, count }: QueueHeadProps): ReactNode {
  const t = useT();
  return (
    <p className={styles.head}>
      <SchoolMark slot={school.mark} />
      <strong>{t('state.waitingCount', { count })}</strong>
      <span>{t('queue.fromOldest', { school: school.shortName })}</span>
    </p>
  );
}
