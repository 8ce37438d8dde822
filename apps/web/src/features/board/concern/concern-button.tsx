import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useBoard } from '../board-context.ts';
import styles from './concern-button.module.css';
import { useConcern } from './concern-desk.ts';

/** Always in the same place: the first of two taps from anything on the board to a report. */
export function ConcernButton(): ReactNode {
  const t = useT();
  const { you } = useBoard();
  const { state, pick } = useConcern();
  const isPicking = state.at === 'pick';
  if (you.role === 'staff') {
    return <IconButton icon={LifeBuoy} label={t('concern.openBoard')} aria-pressed={isPicking} onClick={pick} />;
  }
  return (
    <Button size="touch" icon={LifeBuoy} title={t('concern.open')} aria-pressed={isPicking} onClick={pick}>
      <span className={styles.words}>{t('concern.open')}</span>
    </Button>
  );
}
