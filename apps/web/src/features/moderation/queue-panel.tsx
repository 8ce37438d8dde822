import type { QueueItem } from '@bridgeboard/protocol';
import { CircleAlert, Clock, Pencil } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatAge } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { NoteChooser } from '../../ui/note-chooser.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { BatchBar } from './batch-bar.tsx';
import { CaseList } from './case-list.tsx';
import { CasePicture } from './case-picture.tsx';
import { CaseRemarks } from './case-remarks.tsx';
import { caseKind, isWritten } from './case-words.ts';
import { DecisionBar } from './decision-bar.tsx';
import { FirstLookLink } from './first-look/first-look-link.tsx';
import { FoundLine } from './found-line.tsx';
import { MarkedFilter } from './marked-filter.tsx';
import { useQueue, useRefreshQueue } from './queue-api.ts';
import type { Queue } from './queue-api.ts';
import { QueueDone } from './queue-done.tsx';
import styles from './queue-panel.module.css';
import { useQueueDesk } from './use-queue-desk.ts';
import type { QueueDesk } from './use-queue-desk.ts';

type QueuePanelProps = {
  readonly boardId: string;
  /** How many schools share the board: "both" for two. */
  readonly schools?: number;
  /** Any value that changes when the board hears of a case: the queue is then asked at once, not at the next look. */
  readonly refreshSignal?: unknown;
};

/** The queue beside the board: the piece that waits longest, its decisions, and the others below. */
export function QueuePanel({ boardId, schools = 2, refreshSignal }: QueuePanelProps): ReactNode {
  const queue = useQueue(boardId);
  const refresh = useRefreshQueue();
  useEffect(() => {
    if (refreshSignal !== undefined) void refresh();
  }, [refreshSignal, refresh]);
  if (queue.data !== undefined) return <PanelDesk boardId={boardId} queue={queue.data} schools={schools} />;
  if (queue.error !== null) return <AskAgain error={queue.error} onRetry={() => void queue.refetch()} />;
  return <SlowLoading rows={6} />;
}

/** Beside a lesson a glance is enough; each row asks for a picture, and the full queue shows those in sight alone. */
const mostInPanel = 30;

type PanelDeskProps = { readonly boardId: string; readonly queue: Queue; readonly schools: number };

function PanelDesk({ boardId, queue, schools }: PanelDeskProps): ReactNode {
  const t = useT();
  const { desk, region } = useQueueDesk(queue);
  const now = useNow(15_000);
  const { current } = desk;
  const others = desk.items.filter((item) => item !== current);
  return (
    <section ref={region} tabIndex={-1} className={styles.panel} aria-label={t('queue.title')}>
      <FirstLookLink boardId={boardId} />
      {current === undefined ? (
        <QueueDone approvedToday={queue.approvedToday} />
      ) : (
        <>
          <div className={styles.current}>
            <div className={styles.head}>
              <SchoolMark
                slot={current.school.mark}
                name={t('queue.panelHead', { school: current.school.shortName })}
              />
              <Link href={paths.queue(boardId)}>{t('queue.full')}</Link>
            </div>
            <MarkedFilter filters={desk.filters} />
            <PanelCase desk={desk} item={current} now={now} />
            <BatchBar desk={desk} />
            <DecisionBar desk={desk} place="panel" schools={schools} />
          </div>
          <CaseList items={others.slice(0, mostInPanel)} current={undefined} now={now} onSelect={desk.select} />
          {others.length > mostInPanel && (
            <p className={styles.more}>
              <Link href={paths.queue(boardId)}>{t('queue.more', { count: others.length - mostInPanel })}</Link>
            </p>
          )}
        </>
      )}
    </section>
  );
}

type PanelCaseProps = { readonly desk: QueueDesk; readonly item: QueueItem; readonly now: number };

function PanelCase({ desk, item, now }: PanelCaseProps): ReactNode {
  const t = useT();
  const notice = desk.notice?.caseId === item.case ? desk.notice.text : '';
  const isDrawing = item.status === 'drawing';
  return (
    <>
      <div className={styles.picture}>
        <CasePicture item={item} view="close" />
      </div>
      <div className={styles.author} aria-live="polite">
        <strong dir="auto">{item.author}</strong>
        <span className={styles.kind}>{t('queue.panelKind', { class: item.className, kind: caseKind(item, t) })}</span>
        <Badge tone={isDrawing ? 'plain' : 'wait'} icon={isDrawing ? Pencil : Clock}>
          {isDrawing ? t('queue.stillDrawing') : formatAge(now - item.openedAt, t)}
        </Badge>
      </div>
      <CaseRemarks item={item} />
      {item.found.length > 0 && <FoundLine item={item} />}
      <p role="alert" className={styles.notice}>
        {notice !== '' && (
          <>
            <CircleAlert aria-hidden /> {notice}
          </>
        )}
      </p>
      {desk.note.isWanted && (
        <NoteChooser
          key={item.case}
          author={item.author}
          isWritten={isWritten(item)}
          note={desk.note.words}
          place="panel"
          wanted
          onNote={desk.note.write}
          onSend={() => desk.decide('return')}
        />
      )}
    </>
  );
}
