import type { ConcernBrief, ConcernList } from '@bridgeboard/protocol';
import { Clock, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { deskWords } from '../../i18n/desk-words.ts';
import { useT } from '../../i18n/translate.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Badge } from '../../ui/badge.tsx';
import { Row } from '../../ui/row-list.tsx';
import { statusLooks } from './case-words.ts';
import styles from './desk.module.css';

type CaseRowProps = { readonly brief: ConcernBrief; readonly list: ConcernList; readonly now: number };

/** One report in the list: why, whom it concerns and until when, and nothing of what was reported. */
export function CaseRow({ brief, list, now }: CaseRowProps): ReactNode {
  const t = useT();
  const desk = deskWords(t, list.schools);
  const { status, by, reason } = brief;
  const look = statusLooks[status];
  const when = whenOf(by, list.timeZone, t);
  const about = [
    t(`desk.about.${brief.about}`),
    ...(brief.whose === null ? [] : [desk.person(brief.whose)]),
    ...(brief.board === null ? [] : [brief.board.title]),
  ];
  const isLate = by < now;
  return (
    <Row
      icon={look.icon}
      title={
        <Link href={paths.concern(brief.id)} className={styles.link}>
          {t(`concern.reason.${reason}`)}
        </Link>
      }
      detail={about.join(' · ')}
      end={
        <span className={styles.badges}>
          {brief.isHeld && (
            <Badge tone="plain" icon={Lock}>
              {t('desk.held')}
            </Badge>
          )}
          {status !== 'closed' && (
            <Badge tone={isLate ? 'danger' : 'wait'} icon={isLate ? TriangleAlert : Clock}>
              {t(isLate ? 'desk.late' : 'desk.answerBy', { when })}
            </Badge>
          )}
          <Badge tone={look.tone} icon={look.icon}>
            {brief.outcome === null ? desk.status(status) : t(`desk.outcome.${brief.outcome}`)}
          </Badge>
        </span>
      }
    />
  );
}
