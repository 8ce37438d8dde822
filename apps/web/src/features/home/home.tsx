import type { Me } from '@bridgeboard/protocol';
import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';

import { blankBoard } from '../../drawings/empty-states.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { isOffline } from '../../lib/call-failed.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ArchivedBoards } from './archived-boards.tsx';
import { BoardCards } from './board-cards.tsx';
import { Greeting } from './greeting.tsx';
import { useBoards, useConcerns, useOpenDoors, useWaiting } from './home-api.ts';
import styles from './home.module.css';
import { NewBoard } from './new-board.tsx';
import { PartnershipList } from './partnership-list.tsx';
import { findPartnerSchools, findPartnerships } from './partnerships.ts';
import { WaitingForYou } from './waiting-for-you.tsx';

type HomeProps = {
  readonly me: Me;
  readonly onOpenBoard: (id: string) => void;
};

/** The start of a teacher's day: greeting and clocks, what waits, the boards, the partnerships. */
export function Home({ me, onOpenBoard }: HomeProps): ReactNode {
  const t = useT();
  const now = useNow(10_000);
  const boards = useBoards();
  const waiting = useWaiting();
  const concerns = useConcerns();
  const list = boards.data?.boards ?? [];
  const doors = useOpenDoors(list, now);
  const partnerships = findPartnerships(list, me.school.id);
  const partners = findPartnerSchools(partnerships, me.school.id);
  const today = new Intl.DateTimeFormat(formatLocale(), {
    day: 'numeric',
    month: 'long',
    timeZone: me.school.timeZone,
  }).format(now);
  return (
    <main id="main" className={styles.home}>
      <div className={styles.head}>
        <Greeting me={me} partners={partners} now={now} />
        {isOffline(boards) && (
          <Badge tone="wait" icon={WifiOff}>
            {t('trouble.offline')}
          </Badge>
        )}
        <NewBoard suggestedTitle={t('home.suggestedTitle', { date: today })} onMade={onOpenBoard} />
      </div>
      <div className={styles.side}>
        {waiting.data === undefined ? (
          <Missing error={waiting.error} onRetry={() => void waiting.refetch()} />
        ) : (
          <WaitingForYou waiting={waiting.data} doors={doors} concerns={concerns.data} now={now} />
        )}
        <PartnershipList partnerships={partnerships} />
      </div>
      <div className={styles.boards}>
        {boards.data === undefined ? (
          <Missing error={boards.error} onRetry={() => void boards.refetch()} />
        ) : (
          <Boards count={list.length}>
            <BoardCards boards={list} zone={me.school.timeZone} now={now} />
          </Boards>
        )}
        <ArchivedBoards boards={boards.data?.archived ?? []} zone={me.school.timeZone} now={now} />
      </div>
    </main>
  );
}

/** In place of a list: why it is not there, or that it is on its way. */
function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <SlowLoading rows={4} /> : <AskAgain error={error} onRetry={onRetry} />;
}

function Boards({ count, children }: { readonly count: number; readonly children: ReactNode }): ReactNode {
  const t = useT();
  if (count > 0) return children;
  return <EmptyState drawing={blankBoard} title={t('home.noBoards')} text={t('home.noBoardsText')} />;
}
