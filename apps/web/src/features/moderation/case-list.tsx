import type { QueueItem } from '@bridgeboard/protocol';
import { Clock, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatAge } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './case-list.module.css';
import { CasePicture } from './case-picture.tsx';
import { FindBadge } from './find-badges.tsx';
import { MarkedWords } from './marked-words.tsx';

type CaseListProps = {
  readonly items: readonly QueueItem[];
  readonly current: string | undefined;
  readonly now: number;
  readonly onSelect: (caseId: string) => void;
};

/** What waits, oldest first: picture, author, words, age. */
export function CaseList({ items, current, now, onSelect }: CaseListProps): ReactNode {
  const t = useT();
  return (
    <ul role="list" className={styles.list} aria-label={t('queue.list')}>
      {items.map((item) => (
        <li key={item.case}>
          <CaseRow item={item} isCurrent={item.case === current} now={now} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

type CaseRowProps = Pick<CaseListProps, 'now' | 'onSelect'> & { readonly item: QueueItem; readonly isCurrent: boolean };

function CaseRow({ item, isCurrent, now, onSelect }: CaseRowProps): ReactNode {
  const t = useT();
  return (
    <button type="button" className={styles.row} aria-current={isCurrent} onClick={() => onSelect(item.case)}>
      <span className={styles.picture}>
        <CasePicture item={item} view="close" isDecoration />
      </span>
      <span className={styles.text}>
        <span className={styles.head}>
          <strong dir="auto">{item.author}</strong>
          <span className={styles.age}>{formatAge(now - item.openedAt, t)}</span>
        </span>
        <span className={styles.words} dir="auto">
          <MarkedWords item={item} />
        </span>
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
