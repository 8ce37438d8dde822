import { keptClasses, type KeptClass } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { useSchool } from './school-api.ts';
import styles from './school.module.css';

const classes = Object.keys(keptClasses) as KeptClass[];

/** Every class of data with its period, from the register that the server goes by (SG-23). */
export function HowLongKept(): ReactNode {
  const t = useT();
  const own = useSchool();
  const months = own.data?.school.rules.keepMonths;
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1 id="kept">{t('archive.how')}</h1>
        <p>{t('kept.lead')}</p>
      </div>
      {months !== undefined && (
        <RowList labelledBy="kept">
          {classes.map((one) => (
            <Row
              key={one}
              title={t(`kept.${one}`)}
              detail={
                <>
                  <strong>{periodWords(one, months, t)}</strong>
                  <br />
                  {t(`kept.${one}More`, { count: keptClasses.work.lastDays })}
                </>
              }
            />
          ))}
        </RowList>
      )}
      {months === undefined && own.error === null && <SlowLoading rows={8} />}
      {months === undefined && own.error !== null && <AskAgain error={own.error} onRetry={() => void own.refetch()} />}
      <p>{t('kept.backups')}</p>
    </main>
  );
}

function periodWords(one: KeptClass, months: number, t: Translate): string {
  const period = keptClasses[one];
  switch (period.until) {
    case 'days':
      return t('kept.until.days', { count: period.days });
    case 'unchanged':
      return t('kept.until.unchanged', { months, archive: period.archiveDays });
    case 'removed':
    case 'over':
    case 'ever':
      return t(`kept.until.${period.until}`);
  }
}
