import type { ConcernBrief, ConcernList } from '@bridgeboard/protocol';
import { Clock, LifeBuoy, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatClock, formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/row-list.tsx';
import styles from './home-section.module.css';

type ConcernRowProps = { readonly list: ConcernList; readonly open: readonly ConcernBrief[]; readonly now: number };

/** Reports of concern that wait for this person, before everything else. */
export function ConcernRow({ list, open, now }: ConcernRowProps): ReactNode {
  const t = useT();
  const next = Math.min(...open.map(({ by }) => by));
  const locale = formatLocale();
  const at = new Date(next);
  const day = formatDay(at, list.timeZone, locale);
  const when = t('concern.whenClock', { day, clock: formatClock(at, list.timeZone, locale) });
  const isLate = next < now;
  return (
    <Row
      icon={LifeBuoy}
      title={
        <span className={styles.line}>
          <Link href={paths.safeguarding} className={styles.link}>
            {t('home.reports', { count: open.length })}
          </Link>
          <Badge tone={isLate ? 'danger' : 'wait'} icon={isLate ? TriangleAlert : Clock}>
            {t(isLate ? 'desk.late' : 'desk.answerBy', { when })}
          </Badge>
        </span>
      }
    />
  );
}
