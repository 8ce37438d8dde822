import type { SchoolBrief } from '@bridgeboard/protocol';
import { Check, Eye, Undo2, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { TopBar, TopBarRule, TopBarTitle } from '../../ui/top-bar.tsx';
import type { QueuePlace } from './queue-place.ts';
import styles from './queue-bar.module.css';
import type { QueueDesk } from './use-queue-desk.ts';

type QueueBarProps = {
  readonly place: QueuePlace;
  readonly school: SchoolBrief;
  readonly partners: readonly SchoolBrief[];
  readonly offline: boolean;
  readonly account: ReactNode;
  readonly desk: QueueDesk;
  readonly approvedToday: number;
};

/** Where this is, what was done today, and who sees none of it yet. */
export function QueueBar(props: QueueBarProps): ReactNode {
  const { place, account } = props;
  const t = useT();
  return (
    <TopBar
      start={
        <>
          {place === null ? (
            <BackLink href={paths.home} label={t('queue.backHome')} />
          ) : (
            <BackLink href={paths.board(place.boardId)} label={t('queue.backToBoard')} />
          )}
          <TopBarTitle>
            <span className={styles.wide}>
              {t('queue.title')}{' '}
              <span className={styles.board} dir="auto">
                {place?.title ?? t('queue.allBoards')}
              </span>
            </span>
            <span className={styles.narrow}>
              {t('state.waitingCount', { count: props.desk.items.length })}{' '}
              <span className={styles.board}>{t('queue.from', { school: props.school.shortName })}</span>
            </span>
          </TopBarTitle>
        </>
      }
      end={
        <>
          <BarFacts {...props} />
          <span className={styles.wide}>{account}</span>
        </>
      }
    />
  );
}

function BarFacts({ desk, approvedToday, partners, offline }: QueueBarProps): ReactNode {
  const t = useT();
  const names = listWords(
    partners.map(({ shortName }) => shortName),
    'disjunction',
  );
  return (
    <>
      {offline && (
        <Badge tone="wait" icon={WifiOff}>
          {t('trouble.offline')}
        </Badge>
      )}
      <span className={styles.fact}>
        <Check aria-hidden />
        {t('queue.approvedToday', { count: approvedToday })}
      </span>
      {partners.length > 0 && (
        <span className={styles.extra}>
          <TopBarRule />
          <span className={styles.fact}>
            <Eye aria-hidden />
            {t('queue.unseenBy', { schools: names })}
          </span>
          <TopBarRule />
        </span>
      )}
      <span className={styles.narrow}>
        <Button
          look="plain"
          icon={Undo2}
          unavailable={desk.canUndo ? undefined : t('queue.nothingToUndo')}
          onClick={desk.undo}
        >
          {t('app.undo')}
        </Button>
      </span>
    </>
  );
}
