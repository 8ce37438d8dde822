import type { QueueItem } from '@bridgeboard/protocol';
import { Clock, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatAge, formatClock } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Badge } from '../../ui/badge.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import styles from './case-heading.module.css';
import { caseKind, isRemark } from './case-words.ts';

type CaseHeadingProps = {
  readonly item: QueueItem;
  readonly now: number;
  readonly onBoard?: boolean;
};

/** Who made it, in which class, what it is and how long it has waited. */
export function CaseHeading({ item, now, onBoard = false }: CaseHeadingProps): ReactNode {
  const t = useT();
  const clock = formatClock(new Date(item.openedAt), item.school.timeZone, formatLocale());
  return (
    <div className={styles.heading} aria-live="polite">
      <h2 dir="auto">{item.author}</h2>
      <span className={styles.facts}>
        <SchoolMark
          slot={item.school.mark}
          name={
            item.isGuest
              ? t('queue.guest', { school: item.school.shortName })
              : t('queue.class', { class: item.className, school: item.school.shortName })
          }
        />
      </span>
      <span className={styles.facts}>
        {t('queue.made', { kind: caseKind(item, t), count: isRemark(item) ? 1 : item.marks, clock })}
      </span>
      {onBoard && (
        <Link href={paths.board(item.board)} className={styles.board} dir="auto">
          {item.boardTitle}
        </Link>
      )}
      <span className={styles.badge}>
        {item.status === 'drawing' ? (
          <Badge tone="plain" icon={Pencil}>
            {t('queue.stillDrawing')}
          </Badge>
        ) : (
          <Badge tone="wait" icon={Clock}>
            {t('queue.waitingFor', { age: formatAge(now - item.openedAt, t) })}
          </Badge>
        )}
      </span>
    </div>
  );
}
