import { postRewindPreview } from '@bridgeboard/protocol';
import type { Author, RewindCounts } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../../i18n/translate.ts';
import { call } from '../../../../lib/api-client.ts';
import { describeFailure } from '../../../../lib/describe-failure.ts';
import { isolate } from '../../../../lib/isolate.ts';
import { countOf, RewindCountList } from '../../../../lib/rewind-counts.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useBoard } from '../../board-context.ts';
import { usePieceActs } from './piece-acts.ts';
import styles from './rewind-dialog.module.css';

const choices = [1, 3, 5, 10, 30] as const;

type RewindDialogProps = { readonly author: Author; readonly onClose: () => void };

/** How far back to go with what somebody drew, and what that comes to, before anything is done. */
export function RewindDialog({ author, onClose }: RewindDialogProps): ReactNode {
  const t = useT();
  const acts = usePieceActs();
  const [minutes, setMinutes] = useState<number>(3);
  const { data: counts, error } = usePreview(author, minutes);
  const isNothing = counts !== undefined && countOf(counts) === 0;
  return (
    <Dialog title={t('board.rewind.title', { name: isolate(author.label) })} onClose={onClose}>
      <p>{t('board.rewind.lead')}</p>
      <div role="group" aria-label={t('board.rewind.howFar')} className={styles.choices}>
        {choices.map((one) => (
          <Chip key={one} aria-pressed={one === minutes} onClick={() => setMinutes(one)}>
            {t('board.rewind.minutes', { count: one })}
          </Chip>
        ))}
      </div>
      <div role="status" className={styles.counts}>
        {counts !== undefined && <RewindCountList counts={counts} />}
        {error !== null && <p>{describeFailure(error, t)}</p>}
      </div>
      <div className={styles.buttons}>
        <Button
          look="primary"
          icon={History}
          unavailable={counts === undefined || isNothing ? t('board.rewind.nothing') : undefined}
          onClick={() => {
            acts.rewind(author, minutes);
            onClose();
          }}
        >
          {t('board.rewind.do')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

function usePreview(author: Author, minutes: number): { data: RewindCounts | undefined; error: Error | null } {
  const { boardId } = useBoard();
  return useQuery({
    queryKey: ['rewind', boardId, author.key, minutes],
    queryFn: ({ signal }) =>
      call(postRewindPreview, { params: { board: boardId, author: author.key }, body: { minutes }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
}
