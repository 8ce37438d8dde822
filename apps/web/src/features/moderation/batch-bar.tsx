import { CheckCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import styles from './batch-bar.module.css';
import type { QueueDesk } from './use-queue-desk.ts';

/** That the decision is for several pieces at once, or the offer to approve all by the same pupil. */
export function BatchBar({ desk }: { readonly desk: QueueDesk }): ReactNode {
  const t = useT();
  const count = desk.batch.items.length;
  if (count > 0)
    return (
      <div role="status" className={styles.chosen}>
        <span>{t('queue.batch.chosen', { count })}</span>
        <Button look="plain" icon={X} onClick={desk.batch.clear}>
          {t('queue.batch.clear')}
        </Button>
      </div>
    );
  if (desk.current === undefined || desk.bySame.length < 2) return null;
  return (
    <div className={styles.offer}>
      <Button look="plain" icon={CheckCheck} onClick={desk.approveAllBySame}>
        {t('queue.batch.allOf', { name: desk.current.author, count: desk.bySame.length })}
      </Button>
    </div>
  );
}
