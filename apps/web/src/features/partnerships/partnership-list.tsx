import type { PartnershipLine, SchoolBrief } from '@bridgeboard/protocol';
import { ChevronsUpDown } from 'lucide-react';
import { Link } from 'wouter';
import type { ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { isolate } from '../../lib/isolate.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { BeginPartnership } from './begin-partnership.tsx';
import styles from './partnership-list.module.css';
import { usePartnerships } from './partnerships-api.ts';
import { useSpeech } from './speech.ts';

type PartnershipListProps = {
  readonly own: SchoolBrief;
  readonly hrefOf: (id: string) => string;
  /** Where a new one is gone to; left out for whoever may not begin one. */
  readonly onBegun: ((id: string) => void) | undefined;
};

/** The schools that this school works with, and the way to what they have agreed. */
export function PartnershipList({ own, hrefOf, onBegun }: PartnershipListProps): ReactNode {
  const { t } = useSpeech();
  const partnerships = usePartnerships();
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 id="partnerships-title">{t('partnerships.title')}</h1>
          <p className={styles.lead}>{t('partnerships.lead')}</p>
        </div>
        {onBegun !== undefined && <BeginPartnership onBegun={onBegun} />}
      </div>
      {partnerships.data === undefined ? (
        <Missing error={partnerships.error} onRetry={() => void partnerships.refetch()} />
      ) : (
        <Lines lines={partnerships.data} own={own} hrefOf={hrefOf} />
      )}
    </main>
  );
}

function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <SlowLoading rows={2} /> : <AskAgain error={error} onRetry={onRetry} />;
}

function Lines({
  lines,
  own,
  hrefOf,
}: Omit<PartnershipListProps, 'onBegun'> & { readonly lines: readonly PartnershipLine[] }): ReactNode {
  const { t, list, intl } = useSpeech();
  if (lines.length === 0) return <EmptyState title={t('partnerships.none')} text={t('partnerships.noneText')} />;
  return (
    <RowList labelledBy="partnerships-title">
      {lines.map(({ id, title, schools, since, waiting }) => {
        const partners = schools.filter((school) => school.id !== own.id);
        return (
          <Row
            key={id}
            title={
              <Link href={hrefOf(id)} className={styles.link}>
                <span className={styles.marks}>
                  {schools.map((school) => (
                    <SchoolMark key={school.id} slot={school.mark} />
                  ))}
                </span>
                {partners.length === 0
                  ? isolate(title)
                  : list(partners.map(({ name, place }) => t('charter.school', { school: name, place })))}
              </Link>
            }
            detail={
              partners.length === 0
                ? t('charter.alone')
                : `${isolate(title)} · ${t('charter.since', { date: formatDate(new Date(since), own.timeZone, intl) })}`
            }
            end={
              waiting > 0 && (
                <Badge tone="wait" icon={ChevronsUpDown}>
                  {t('partnerships.waiting', { count: waiting })}
                </Badge>
              )
            }
          />
        );
      })}
    </RowList>
  );
}
