import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { isolate } from '../../lib/isolate.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { SchoolDesk } from './school-desk.tsx';
import { SchoolFactor } from './school-factor.tsx';
import { SchoolFacts } from './school-facts.tsx';
import { SchoolProvider } from './school-provider.tsx';
import { OwnRules } from './school-rules.tsx';
import { OwnTrust } from './school-trust.tsx';
import { OwnWords } from './school-words.tsx';
import { useSchool } from './school-api.ts';
import styles from './school.module.css';
import { StaffSection } from './staff-section.tsx';

/** The own school: what holds for its pupils, who works there, what it is. Administrators change it, all staff read it. */
export function School({ me }: { readonly me: Me }): ReactNode {
  const t = useT();
  const own = useSchool();
  const mayChange = me.roles.includes('administrator');
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1>
          <bdi>{own.data?.school.name ?? me.school.name}</bdi>
        </h1>
        <p>{t(mayChange ? 'school.lead' : 'school.leadReading', { name: isolate(me.name) })}</p>
      </div>
      {own.data !== undefined && (
        <>
          <StaffSection own={own.data} me={me.id} mayChange={mayChange} />
          <SchoolProvider name={own.data.provider} mayChange={mayChange} />
          <SchoolFactor own={own.data} mayChange={mayChange} />
          <OwnRules rules={own.data.school.rules} mayChange={mayChange} />
          <SchoolDesk desk={own.data.school.desk} mayChange={mayChange} />
          <OwnWords mayChange={mayChange} />
          <OwnTrust after={own.data.school.trustAfter} mayChange={mayChange} />
          <SchoolFacts school={own.data.school} mayChange={mayChange} />
        </>
      )}
      {own.data === undefined && own.error === null && <SlowLoading rows={4} />}
      {own.data === undefined && own.error !== null && (
        <AskAgain error={own.error} onRetry={() => void own.refetch()} />
      )}
    </main>
  );
}
