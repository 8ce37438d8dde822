import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { allDone } from '../../drawings/empty-states.ts';
import { useT } from '../../i18n/translate.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { QueuePlace } from './queue-place.ts';

type QueueDoneProps = {
  readonly approvedToday: number;
  /** Where to go from here, null for the start; left out beside the board itself. */
  readonly place?: QueuePlace;
};

/** Nothing waits any more. New pieces appear here by themselves. */
export function QueueDone({ approvedToday, place }: QueueDoneProps): ReactNode {
  const t = useT();
  return (
    <EmptyState
      drawing={allDone}
      title={t('queue.allDone', { count: approvedToday })}
      text={t('queue.allDoneText')}
      {...(place === undefined
        ? {}
        : {
            action: (
              <ButtonLink look="primary" href={place === null ? paths.home : paths.board(place.boardId)}>
                {t(place === null ? 'queue.backHome' : 'queue.toBoard')}
              </ButtonLink>
            ),
          })}
    />
  );
}
