import type { SchoolBrief } from '@bridgeboard/protocol';
import { useEffect } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useNow } from '../../lib/use-now.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { CaseDesk } from './case-desk.tsx';
import { CaseList } from './case-list.tsx';
import { MarkedFilter } from './marked-filter.tsx';
import type { Queue } from './queue-api.ts';
import { QueueBar } from './queue-bar.tsx';
import { QueueDone } from './queue-done.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueHead } from './queue-head.tsx';
import styles from './queue-screen.module.css';
import { useQueueDesk } from './use-queue-desk.ts';
import type { QueueDesk } from './use-queue-desk.ts';

type QueueScreenProps = {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly queue: Queue;
  readonly school: SchoolBrief;
  /** The other schools of the board. */
  readonly partners: readonly SchoolBrief[];
  /** Asking fails right now: what is shown is what was known last. */
  readonly offline: boolean;
  /** At the end of the bar: who is signed in. */
  readonly account: ReactNode;
};

/** The queue as a page: list, the piece in its place, decisions. On a phone card by card. */
export function QueueScreen(props: QueueScreenProps): ReactNode {
  const { boardId, queue, school, partners } = props;
  const { desk, region } = useQueueDesk(boardId, queue);
  const now = useNow(15_000);
  const { current } = desk;
  // The keys work from the first moment: whoever opens the queue came to decide.
  useEffect(() => region.current?.focus({ preventScroll: true }), [region]);
  return (
    <div className={styles.screen}>
      <QueueBar {...props} desk={desk} />
      <main id="main" ref={region} tabIndex={-1} className={styles.main}>
        {current === undefined ? (
          <QueueDone approvedToday={queue.approvedToday} boardId={boardId} />
        ) : (
          <>
            <QueueSide desk={desk} school={school} now={now} />
            <CaseDesk desk={desk} item={current} now={now} schools={partners.length + 1} />
          </>
        )}
      </main>
    </div>
  );
}

type QueueSideProps = { readonly desk: QueueDesk; readonly school: SchoolBrief; readonly now: number };

function QueueSide({ desk, school, now }: QueueSideProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.side}>
      <div className={styles.head}>
        <QueueHead school={school} count={desk.items.length} />
        <QueueFilters filters={desk.filters} />
        <MarkedFilter marked={desk.marked} />
      </div>
      <div className={styles.list}>
        <CaseList
          items={desk.items}
          current={desk.current?.case}
          now={now}
          onSelect={desk.select}
          batch={desk.batch}
          isScroller
        />
      </div>
      <p className={styles.hint}>
        {t('queue.goOn')} <KeyCap>J</KeyCap> · {t('queue.batch.hint')} <KeyCap>X</KeyCap>
      </p>
    </div>
  );
}
