import type { ConcernList } from '@bridgeboard/protocol';
import { Clock, DoorOpen, Inbox, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatAge } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { listWords } from '../../lib/list-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { ConcernRow } from './concern-row.tsx';
import type { DoorWaiting, Waiting, WaitingBoard } from './home-api.ts';
import styles from './home-section.module.css';

type WaitingForYouProps = {
  readonly waiting: Waiting;
  readonly doors: readonly DoorWaiting[];
  readonly concerns: ConcernList | undefined;
  readonly now: number;
};

const namesShown = 3;

/** What only this person's school can do: pieces to check, oldest first, and pupils at a door. */
export function WaitingForYou({ waiting, doors, concerns, now }: WaitingForYouProps): ReactNode {
  const t = useT();
  const toCheck = waiting.boards.filter(({ count }) => count > 0).toSorted((one, other) => one.oldest - other.oldest);
  const reports = concerns?.cases.filter(({ status }) => status !== 'closed') ?? [];
  return (
    <section className={styles.section} aria-labelledby="waiting-title">
      <h2 id="waiting-title" className={styles.title}>
        {t('home.waiting')}
      </h2>
      {toCheck.length + doors.length + reports.length === 0 ? (
        <p className={styles.nothing}>{t('home.nothingWaits')}</p>
      ) : (
        <RowList labelledBy="waiting-title">
          {waiting.waitsLong > 0 && <LongRow waiting={waiting} />}
          {concerns !== undefined && reports.length > 0 && <ConcernRow list={concerns} open={reports} now={now} />}
          {doors.map((door) => (
            <DoorRow key={door.board.id} door={door} now={now} />
          ))}
          {toCheck.length > 1 && <AllRow boards={toCheck} now={now} />}
          {toCheck.map((board) => (
            <Row
              key={board.board}
              icon={Inbox}
              title={
                <span className={styles.line}>
                  <Link href={paths.queue(board.board)} className={styles.link}>
                    {t('home.toCheck', { count: board.count })}
                  </Link>
                  <Badge tone="wait" icon={Clock}>
                    {t('home.oldest', { age: formatAge(now - board.oldest, t) })}
                  </Badge>
                </span>
              }
              detail={board.title}
            />
          ))}
        </RowList>
      )}
    </section>
  );
}

/** Work has waited longer than the school lets it (SG-28). */
function LongRow({ waiting: { waitsLong, waitMinutes } }: { readonly waiting: Waiting }): ReactNode {
  const t = useT();
  return (
    <Row
      icon={TriangleAlert}
      title={
        <span className={styles.line} role="alert">
          <Link href={paths.toCheck} className={styles.link}>
            {t('home.waitsLong', { count: waitsLong })}
          </Link>
          <Badge tone="danger" icon={Clock}>
            {t('school.waitLimit', { count: Math.max(1, Math.round(waitMinutes / 60)) })}
          </Badge>
        </span>
      }
      detail={t('home.waitsLongMore')}
    />
  );
}

/** All boards as one queue, with how much that is. */
function AllRow({ boards, now }: { readonly boards: readonly WaitingBoard[]; readonly now: number }): ReactNode {
  const t = useT();
  const count = boards.reduce((sum, board) => sum + board.count, 0);
  const oldest = Math.min(...boards.map((board) => board.oldest));
  return (
    <Row
      icon={Inbox}
      title={
        <span className={styles.line}>
          <Link href={paths.toCheck} className={styles.link}>
            {t('home.toCheck', { count })}
          </Link>
          <Badge tone="wait" icon={Clock}>
            {t('home.oldest', { age: formatAge(now - oldest, t) })}
          </Badge>
        </span>
      }
      detail={t('home.toCheckTogether', { boards: boards.length })}
    />
  );
}

function DoorRow({ door, now }: { readonly door: DoorWaiting; readonly now: number }): ReactNode {
  const t = useT();
  const { board, waiting } = door;
  const oldest = Math.min(...waiting.map(({ since }) => since));
  const names = waiting.length <= namesShown ? listWords(waiting.map(({ name }) => name)) : board.title;
  return (
    <Row
      icon={DoorOpen}
      title={
        <span className={styles.line}>
          <Link href={paths.board(board.id)} className={styles.link}>
            {t('home.atTheDoor', { count: waiting.length })}
          </Link>
          <Badge tone="wait" icon={Clock}>
            {formatAge(now - oldest, t)}
          </Badge>
        </span>
      }
      detail={names}
    />
  );
}
