import type { ConcernCaseView } from '@bridgeboard/protocol';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Section } from '../../ui/section.tsx';
import styles from './desk.module.css';

const steps = ['safe', 'take', 'look', 'talk', 'close'] as const;

/** What whoever looks after a report does, in this order; what the case says is done has a tick. */
export function GuidingSteps({ view }: { readonly view: ConcernCaseView }): ReactNode {
  const t = useT();
  const done = { take: view.status === 'in hand' || view.status === 'closed', close: view.status === 'closed' };
  const isDone = (step: (typeof steps)[number]): boolean => step in done && done[step as keyof typeof done];
  return (
    <Section id="desk-steps" title={t('desk.steps')}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            {t(`desk.step.${step}`)}
            {isDone(step) && <Check aria-label={t('desk.step.done')} className={styles.tick} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
