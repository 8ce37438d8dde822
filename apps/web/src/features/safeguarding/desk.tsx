import { getTermReport, type ConcernBrief, type ConcernList } from '@bridgeboard/protocol';
import { FileText, Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { allDone } from '../../drawings/empty-states.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { clockOf } from '../../lib/clock-field.ts';
import { dayNames } from '../../lib/day-names.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { useNow } from '../../lib/use-now.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { TitledPage } from '../../ui/titled-page.tsx';
import { CaseRow } from './case-row.tsx';
import styles from './desk.module.css';
import { useConcerns } from './safeguarding-api.ts';

/** What people are worried about, the next to be answered first. Nobody but who looks after it sees any of it. */
export function SafeguardingDesk(): ReactNode {
  const t = useT();
  const list = useConcerns();
  return (
    <TitledPage
      title={t('desk.title')}
      leads={list.data?.looksAfter === true ? [t('desk.lead'), hoursWords(list.data, t)] : []}
      width="wide"
      end={list.data?.looksAfter === true && <Ways />}
    >
      {list.data === undefined ? (
        <Missing error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Cases list={list.data} />
      )}
    </TitledPage>
  );
}

function Ways(): ReactNode {
  const t = useT();
  return (
    <p className={styles.ways}>
      <a href={getTermReport.path} download className={buttonClass({ hasIcon: true })}>
        <FileText aria-hidden />
        {t('term.take')}
      </a>
      <Link href={paths.breach} className={buttonClass({ hasIcon: true })}>
        <Siren aria-hidden />
        {t('breach.title')}
      </Link>
    </p>
  );
}

function hoursWords({ hours: { days, from, to, answerMinutes } }: ConcernList, t: ReturnType<typeof useT>): string {
  const hours = Math.max(1, Math.round(answerMinutes / 60));
  return t('desk.hours', { hours, from: clockOf(from), to: clockOf(to), days: dayNames(days) });
}

function Cases({ list }: { readonly list: ConcernList }): ReactNode {
  const t = useT();
  const now = useNow(30_000);
  if (!list.looksAfter) return <EmptyState title={t('desk.notYours')} text={t('desk.notYoursText')} />;
  if (list.cases.length === 0) return <EmptyState drawing={allDone} title={t('desk.none')} text={t('desk.noneText')} />;
  const groups = [
    { id: 'desk-open', title: t('desk.open'), cases: list.cases.filter(({ status }) => status !== 'closed') },
    { id: 'desk-closed', title: t('desk.closed'), cases: list.cases.filter(({ status }) => status === 'closed') },
  ];
  return groups.map(({ id, title, cases }) =>
    cases.length === 0 ? null : (
      <section key={id} className={styles.group}>
        <h2 id={id}>{title}</h2>
        <RowList labelledBy={id}>
          {cases.map((one: ConcernBrief) => (
            <CaseRow key={one.id} brief={one} list={list} now={now} />
          ))}
        </RowList>
      </section>
    ),
  );
}

function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <SlowLoading rows={4} /> : <AskAgain error={error} onRetry={onRetry} />;
}
