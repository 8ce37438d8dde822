import { classAges, type ClassAges } from '@bridgeboard/protocol';
import { Ban, Eye, Hand, KeyRound, LifeBuoy, PencilLine } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './notice.module.css';

const topics = [
  ['kept', PencilLine],
  ['seen', Eye],
  ['secret', KeyRound],
  ['never', Ban],
  ['ask', Hand],
  ['worry', LifeBuoy],
] as const satisfies readonly (readonly [string, LucideIcon])[];

/** What is kept of a child and who sees it, in the words of each age (AG3); it begins with the reader's own. */
export function Notice({ ages }: { readonly ages: ClassAges }): ReactNode {
  const t = useT();
  const [shown, setShown] = useState(ages);
  return (
    <main id="main" className={styles.page}>
      <h1>{t('notice.title')}</h1>
      <Tabs
        label={t('notice.forWhom')}
        value={shown}
        onChange={setShown}
        tabs={classAges.options.map((one) => ({
          id: one,
          label: t(`classes.ages.${one}`),
          content: <Topics ages={one} />,
        }))}
      />
    </main>
  );
}

function Topics({ ages }: { readonly ages: ClassAges }): ReactNode {
  const t = useT();
  return (
    <ul role="list" className={styles.topics}>
      {topics.map(([topic, Icon]) => (
        <li key={topic} className={styles.topic}>
          <Icon aria-hidden className={styles.icon} />
          <div>
            <h2 className={styles.head}>{t(`notice.head.${topic}`)}</h2>
            <p className={styles.words}>{t(`notice.${ages}.${topic}`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
