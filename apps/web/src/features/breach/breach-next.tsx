import type { BreachFindings } from '@bridgeboard/protocol';
import { Clock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useNow } from '../../lib/use-now.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Badge } from '../../ui/badge.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './breach.module.css';

const hourMs = 3_600_000;
/** From the moment at which somebody notices (GDPR Art. 33). */
const lawfulMs = 72 * hourMs;

type NextProps = {
  readonly noticedAt: number;
  readonly findings: Pick<BreachFindings, 'others'>;
  readonly timeZone: string;
};

/** What to do now, in this order, and until when. */
export function BreachNext({ noticedAt, findings, timeZone }: NextProps): ReactNode {
  const t = useT();
  const now = useNow(30_000);
  const due = noticedAt + lawfulMs;
  const hours = Math.floor((due - now) / hourMs);
  const isOver = due < now;
  const steps = ['shut', 'tell', 'families', 'schools', 'write'] as const;
  return (
    <Section id="breach-next" title={t('breach.next')}>
      <p>
        <Badge tone={isOver ? 'danger' : 'wait'} icon={isOver ? TriangleAlert : Clock}>
          {isOver ? t('breach.over') : t('breach.left', { count: hours })}
        </Badge>{' '}
        {t('breach.due', { when: whenOf(due, timeZone, t) })}
      </p>
      <ol className={styles.steps}>
        {steps.map((step) =>
          step === 'schools' && findings.others.length === 0 ? null : <li key={step}>{t(`breach.step.${step}`)}</li>,
        )}
      </ol>
    </Section>
  );
}
