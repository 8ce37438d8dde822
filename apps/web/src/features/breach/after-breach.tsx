import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { failureCode } from '../../lib/call-failed.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TitledPage } from '../../ui/titled-page.tsx';
import { useBreach, useChoices } from './breach-api.ts';
import { BreachFindingsView } from './breach-findings.tsx';
import { BreachForm, type BreachWish } from './breach-form.tsx';
import styles from './breach.module.css';

/** SG-35: a short form, and whom it concerns. */
export function AfterBreach({ isLeading }: { readonly isLeading: boolean }): ReactNode {
  const t = useT();
  return (
    <TitledPage title={t('breach.title')} leads={[t('breach.lead')]} width="wide">
      {isLeading ? <Asking /> : <EmptyState title={t('breach.notYours')} text={t('breach.notYoursText')} />}
    </TitledPage>
  );
}

function Asking(): ReactNode {
  const choices = useChoices();
  const [wish, setWish] = useState<BreachWish | null>(null);
  if (choices.data === undefined) {
    if (choices.error === null) return <SlowLoading rows={4} />;
    return <AskAgain error={choices.error} onRetry={() => void choices.refetch()} />;
  }
  return (
    <>
      <BreachForm choices={choices.data} onAsk={setWish} />
      {wish !== null && <Answer wish={wish} />}
    </>
  );
}

function Answer({ wish }: { readonly wish: BreachWish }): ReactNode {
  const t = useT();
  const asked = useBreach(wish.question);
  if (asked.error !== null) {
    if (failureCode(asked.error) === 'SECOND_FACTOR_NEEDED') return <FactorFirst />;
    return <AskAgain error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  if (asked.data?.state === 'found') return <BreachFindingsView answer={asked.data} wish={wish} />;
  const { boards, looked } = asked.data ?? { boards: 0, looked: 0 };
  return <p role="status">{t('breach.looking', { looked, boards })}</p>;
}

/** BRE6: the page that sets one up is the own account. */
function FactorFirst(): ReactNode {
  const t = useT();
  return (
    <div role="alert" className={styles.factor}>
      <p>{t('breach.factor')}</p>
      <Link href={paths.account} className={buttonClass({ hasIcon: true })}>
        <ShieldCheck aria-hidden />
        {t('account.lacks.setUp')}
      </Link>
    </div>
  );
}
