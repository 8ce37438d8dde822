import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { useClassTrust } from './trust-api.ts';
import { TrustRow } from './trust-row.tsx';
import styles from './trust.module.css';

/** What each pupil of a class is trusted with, why, and how staff change it. */
export function TrustSection({ classId }: { readonly classId: string }): ReactNode {
  const t = useT();
  const { data } = useClassTrust(classId);
  if (data === undefined || data.pupils.length === 0) return null;
  const rises = data.after === null ? t('trust.risesNever') : t('trust.rises', { count: data.after });
  return (
    <details className={styles.section}>
      <summary>
        <h2>{t('trust.title')}</h2>
      </summary>
      <p>
        {t('trust.lead')} {rises}
      </p>
      <ul role="list">
        {data.pupils.map((pupil) => (
          <TrustRow key={pupil.id} classId={classId} pupil={pupil} after={data.after} />
        ))}
      </ul>
    </details>
  );
}
