import type { SchoolBrief } from '@bridgeboard/protocol';
import { useEffect } from 'react';
import type { ReactNode, RefObject } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useNow } from '../../lib/use-now.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Loading } from '../../ui/loading.tsx';
import { CaseDesk } from './case-desk.tsx';
import { CaseList } from './case-list.tsx';
import { FirstLookLink } from './first-look/first-look-link.tsx';
import type { Queue } from './queue-api.ts';
import { QueueBar } from './queue-bar.tsx';
import { QueueDone } from './queue-done.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueHead } from './queue-head.tsx';
import type { QueuePlace } from './queue-place.ts';
import styles from './queue-screen.module.css';
import { useQueueDesk } from './use-queue-desk.ts';
import type { QueueDesk } from './use-queue-desk.ts';
import { isTold } from './whole-rows.ts';

type QueueFacts = {
  readonly school: SchoolBrief;
  /** The other schools of the board. */
  readonly partners: readonly SchoolBrief[];
  /** Asking fails right now: what is shown is what was known last. */
  readonly offline: boolean;
  /** At the end of the bar: who is signed in. */
  readonly account: ReactNode;
};

type QueueScreenProps = QueueFacts & {
  readonly boardId: string;
  readonly boardTitle: string;
  readonly queue: Queue;
};

/** The queue of one board as a page. */
export function QueueScreen({ boardId, boardTitle, queue, ...facts }: QueueScreenProps): ReactNode {
  const { desk, region } = useQueueDesk(queue);
  const place = { boardId, title: boardTitle };
  return <QueueDeskPage {...facts} desk={desk} region={region} place={place} approvedToday={queue.approvedToday} />;
}

type QueueDeskPageProps = QueueFacts & {
  readonly desk: QueueDesk;
  readonly region: RefObject<HTMLElement | null>;
  readonly place: QueuePlace;
  readonly approvedToday: number;
  /** Told which rows are on the page. */
  readonly onSight?: (caseId: string) => () => void;
};

/** List, the piece in its place, decisions. On a phone card by card. */
export function QueueDeskPage(props: QueueDeskPageProps): ReactNode {
  const { desk, region, place, approvedToday, partners } = props;
  const now = useNow(15_000);
  const { current } = desk;
  // The keys work from the first moment: whoever opens the queue came to decide.
  useEffect(() => region.current?.focus({ preventScroll: true }), [region]);
  return (
    <div className={styles.screen}>
      <QueueBar {...props} />
      {place !== null && <FirstLookLink boardId={place.boardId} />}
      <main id="main" ref={region} tabIndex={-1} className={styles.main}>
        {current === undefined ? (
          <QueueDone approvedToday={approvedToday} place={place} />
        ) : (
          <>
            <QueueSide {...props} now={now} />
            {isTold(current) ? (
              <CaseDesk desk={desk} item={current} now={now} schools={partners.length + 1} onBoard={place === null} />
            ) : (
              <Loading />
            )}
          </>
        )}
      </main>
    </div>
  );
}

type QueueSideProps = Pick<QueueDeskPageProps, 'desk' | 'school' | 'place' | 'onSight'> & { readonly now: number };

function QueueSide({ desk, school, place, onSight, now }: QueueSideProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.side}>
      <div className={styles.head}>
        <QueueHead school={school} count={desk.items.length} />
        <QueueFilters filters={desk.filters} />
      </div>
      <div className={styles.list}>
        <CaseList
          items={desk.items}
          current={desk.current?.case}
          now={now}
          onSelect={desk.select}
          batch={desk.batch}
          isScroller
          showsBoard={place === null}
          {...(onSight === undefined ? {} : { onSight })}
        />
      </div>
      <p className={styles.hint}>
        {t('queue.goOn')} <KeyCap>J</KeyCap> · {t('queue.batch.hint')} <KeyCap>X</KeyCap>
      </p>
    </div>
  );
}
