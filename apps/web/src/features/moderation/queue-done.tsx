import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { allDone } from '../../drawings/empty-states.ts';
import { useT } from '../../i18n/translate.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type QueueDoneProps = {
  readonly approvedToday: number;
  /** Where to go from here; left out beside the board itself. */
  readonly boardId?: string;
};

/** Nothing waits any more. New pieces appear here by themselves. */
export function QueueDone({ approvedToday, boardId }: QueueDoneProps): ReactNode {
  const t = useT();
  return (
    <EmptyState
      drawing={allDone}
      title={t('queue.allDone', { count: approvedToday })}
      text={t('queue.allDoneText')}
      {...(boardId === undefined
        ? {}
        : {
            action: (
              <ButtonLink look="primary" href={paths.board(boardId)}>
                {t('queue.toBoard')}
              </ButtonLink>
            ),
          })}
    />
  );
}
