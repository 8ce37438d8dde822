import type { QueueItem } from '@bridgeboard/protocol';
import { Clock, Pencil } from 'lucide-react';
import { forwardRef, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Virtualizer } from 'virtua';
import type { CustomContainerComponentProps } from 'virtua';

import { formatAge } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './case-list.module.css';
import { CasePicture } from './case-picture.tsx';
import { FindBadge } from './find-badges.tsx';
import { MarkedWords } from './marked-words.tsx';
import type { Batch } from './use-batch.ts';
import { isTold } from './whole-rows.ts';

type CaseListProps = {
  readonly items: readonly QueueItem[];
  readonly current: string | undefined;
  readonly now: number;
  readonly onSelect: (caseId: string) => void;
  /** Several can be decided at once. */
  readonly batch?: Batch;
  /** What it stands in scrolls by itself. */
  readonly isScroller?: boolean;
  /** Says of each on which board it is. */
  readonly showsBoard?: boolean;
  /** A row is on the page; the answer says that it has gone. */
  readonly onSight?: (caseId: string) => () => void;
};

/** From so many on, only those in sight are on the page: a thousand that wait must scroll like ten. */
const manyCases = 60;

/** What waits, oldest first: picture, author, words, age. */
export function CaseList(props: CaseListProps): ReactNode {
  const t = useT();
  const { items, isScroller = false } = props;
  const scroller = useRef<HTMLElement | null>(null);
  const rows = items.map((item) => <CaseLine key={item.case} item={item} {...props} />);
  const isMany = isScroller && items.length > manyCases;
  return (
    <div
      className={styles.list}
      ref={(list) => {
        scroller.current = list?.parentElement ?? null;
      }}
    >
      {isMany ? (
        <Virtualizer as={NamedList} item="li" scrollRef={scroller}>
          {rows}
        </Virtualizer>
      ) : (
        <ul role="list" aria-label={t('queue.list')}>
          {items.map((item, at) => (
            <li key={item.case}>{rows[at]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The list as `Virtualizer` makes it, with a name. */
const NamedList = forwardRef<HTMLUListElement, CustomContainerComponentProps>(function NamedList(props, ref) {
  const t = useT();
  return <ul {...props} ref={ref} role="list" aria-label={t('queue.list')} />;
});

type CaseLineProps = CaseListProps & { readonly item: QueueItem };

function CaseLine({ item, current, batch, onSight, ...row }: CaseLineProps): ReactNode {
  const { case: caseId } = item;
  useEffect(() => onSight?.(caseId), [caseId, onSight]);
  return (
    <div className={styles.line}>
      {batch !== undefined && <ChooseCase item={item} batch={batch} />}
      <CaseRow item={item} isCurrent={caseId === current} {...row} />
    </div>
  );
}

/** With Shift, all from the one before. */
function ChooseCase({ item, batch }: { readonly item: QueueItem; readonly batch: Batch }): ReactNode {
  const t = useT();
  return (
    <label className={styles.choose}>
      <input
        type="checkbox"
        aria-label={t('queue.batch.choose', { name: item.author })}
        checked={batch.has(item.case)}
        disabled={item.status === 'drawing'}
        onChange={(event) => batch.toggle(item.case, isWithShift(event.nativeEvent))}
      />
    </label>
  );
}

function isWithShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

type CaseRowProps = Pick<CaseListProps, 'now' | 'onSelect' | 'showsBoard'> & {
  readonly item: QueueItem;
  readonly isCurrent: boolean;
};

function CaseRow({ item, isCurrent, now, onSelect, showsBoard = false }: CaseRowProps): ReactNode {
  const t = useT();
  return (
    <button type="button" className={styles.row} aria-current={isCurrent} onClick={() => onSelect(item.case)}>
      <span className={styles.picture}>{isTold(item) && <CasePicture item={item} view="close" isDecoration />}</span>
      <span className={styles.text}>
        <span className={styles.head}>
          <strong dir="auto">{item.author}</strong>
          <span className={styles.age}>{formatAge(now - item.openedAt, t)}</span>
        </span>
        <span className={styles.words} dir="auto">
          <MarkedWords item={item} />
        </span>
        {showsBoard && (
          <span className={styles.board} dir="auto">
            {item.boardTitle}
          </span>
        )}
        <FindBadge item={item} />
        {item.status === 'drawing' && (
          <Badge tone="plain" icon={Pencil}>
            {t('queue.stillDrawing')}
          </Badge>
        )}
        {item.changesApproved && (
          <Badge tone="wait" icon={Clock}>
            {t('queue.changesApproved')}
          </Badge>
        )}
      </span>
    </button>
  );
}
