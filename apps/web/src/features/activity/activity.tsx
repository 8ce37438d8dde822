import type { AuditLineView, AuditView, Me } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { formatLocale } from '../../lib/format-locale.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Button } from '../../ui/button.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { TitledPage } from '../../ui/titled-page.tsx';
import { useActivity } from './activity-api.ts';
import styles from './activity.module.css';
import { actsOf } from './act-groups.ts';
import { ActivityFilters, everything, type Filters } from './activity-filters.tsx';
import { ActivityRow } from './activity-row.tsx';
import { ChainState } from './chain-state.tsx';

/** What was done in the own school and on its boards, by whom and when. */
export function Activity({ me }: { readonly me: Me }): ReactNode {
  const t = useT();
  const [filters, setFilters] = useState<Filters>(everything);
  const { what, ...rest } = filters;
  const activity = useActivity({ ...rest, acts: what === 'all' ? [] : actsOf(what) });
  const newest = activity.data?.pages[0];
  return (
    <TitledPage
      title={t('audit.title')}
      leads={[t('audit.lead')]}
      width="text"
      end={
        <>
          {newest !== undefined && <ChainState chain={newest.chain} />}
          {me.roles.some((role) => role !== 'teacher') && <Link href={paths.breach}>{t('breach.title')}</Link>}
        </>
      }
    >
      <ActivityFilters
        filters={filters}
        staff={newest?.staff ?? []}
        boards={newest?.boards ?? []}
        onChange={setFilters}
      />
      {activity.data === undefined ? (
        <Missing error={activity.error} onRetry={() => void activity.refetch()} />
      ) : (
        <Days
          pages={activity.data.pages}
          zone={me.school.timeZone}
          onPerson={(person) => setFilters({ ...everything, person: person.id, personName: person.name })}
        />
      )}
      {activity.hasNextPage && (
        <div className={styles.more}>
          <Button onClick={() => !activity.isFetchingNextPage && void activity.fetchNextPage()}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </TitledPage>
  );
}

type DaysProps = {
  readonly pages: readonly AuditView[];
  readonly zone: string;
  readonly onPerson: (person: { id: string; name: string }) => void;
};

/** Lines under the day they are of, as the school's calendar has it. */
function Days({ pages, zone, onPerson }: DaysProps): ReactNode {
  const t = useT();
  const lines = pages.flatMap((page) => page.lines);
  const days = Map.groupBy(lines, ({ at }) => formatDay(new Date(at), zone, formatLocale()));
  if (lines.length === 0) return <p className={styles.lead}>{t('audit.nothing')}</p>;
  return (
    <div className={styles.days}>
      {[...days].map(([day, ofDay]) => (
        <Day key={`${day} ${ofDay[0]?.number ?? 0}`} day={day}>
          {ofDay.map((line: AuditLineView) => (
            <ActivityRow
              key={line.number}
              line={line}
              schools={pages[0]?.schools ?? []}
              zone={zone}
              onPerson={onPerson}
            />
          ))}
        </Day>
      ))}
    </div>
  );
}

function Day({ day, children }: { readonly day: string; readonly children: ReactNode }): ReactNode {
  const id = `day-${day.replaceAll(/\s+/g, '-')}`;
  return (
    <section className={styles.day}>
      <h2 id={id}>{day}</h2>
      <RowList labelledBy={id}>{children}</RowList>
    </section>
  );
}

function Missing({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }): ReactNode {
  return error === null ? <SlowLoading rows={6} /> : <AskAgain error={error} onRetry={onRetry} />;
}
