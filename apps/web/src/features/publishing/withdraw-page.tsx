import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useWithdraw } from './publishing-api.ts';
import styles from './publish-panel.module.css';
import { useTellProblem } from './tell-problem.ts';

type WithdrawPageProps = {
  readonly boardId: string;
  readonly publication: string;
};

/** Ends the public page. It cannot be undone, so it asks once, in words. */
export function WithdrawPage({ boardId, publication }: WithdrawPageProps): ReactNode {
  const t = useT();
  const withdraw = useWithdraw(boardId);
  const tellProblem = useTellProblem();
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('publish.withdraw')}
      </Button>
    );
  }
  const end = (): void =>
    withdraw.mutate(publication, {
      onSuccess: () => showToast({ text: t('publish.withdrawn') }),
      onError: tellProblem,
    });
  return (
    <div className={styles.confirm}>
      <p ref={question} tabIndex={-1}>
        {t('publish.withdrawQuestion')}
      </p>
      <div className={styles.row}>
        <Button look="danger" onClick={end} unavailable={withdraw.isPending ? t('publish.pending') : undefined}>
          {t('publish.withdrawNow')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('publish.keep')}</Button>
      </div>
    </div>
  );
}
