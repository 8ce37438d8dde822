import { History } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { countOf, RewindCountList } from '../../lib/rewind-counts.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './timeline-screen.module.css';
import { useBackPreview } from './timeline-api.ts';

type BringBackDialogProps = {
  readonly boardId: string;
  readonly moment: number;
  /** The moment in words. */
  readonly when: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
};

/** What bringing the board back comes to, before it is done. */
export function BringBackDialog({ boardId, moment, when, onDo, onClose }: BringBackDialogProps): ReactNode {
  const t = useT();
  const { data: counts, error } = useBackPreview(boardId, moment);
  const isNothing = counts !== undefined && countOf(counts) === 0;
  return (
    <Dialog title={t('timeline.backTo', { when })} onClose={onClose}>
      <p>{t('timeline.backLead')}</p>
      <div role="status" className={styles.counts}>
        {counts !== undefined && <RewindCountList counts={counts} />}
        {error !== null && <p>{describeFailure(error, t)}</p>}
      </div>
      <div className={styles.acts}>
        <Button
          look="primary"
          icon={History}
          unavailable={counts === undefined || isNothing ? t('board.rewind.nothing') : undefined}
          onClick={onDo}
        >
          {t('timeline.backDo')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
