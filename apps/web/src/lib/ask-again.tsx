import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { Button } from '../ui/button.tsx';
import styles from './ask-again.module.css';
import { CallFailed, failureCode } from './call-failed.ts';
import { describeFailure } from './describe-failure.ts';

type AskAgainProps = {
  readonly error: Error;
  readonly onRetry: () => void;
};

/** In place of something that could not be loaded: what happened, a code for the teacher, and the way to try again. */
export function AskAgain({ error, onRetry }: AskAgainProps): ReactNode {
  const t = useT();
  const requestId = error instanceof CallFailed ? error.requestId : '';
  // Whoever is signed out meanwhile asks in vain: the page itself then says how to come in again.
  const isSignedOut = ['SIGN_IN_NEEDED', 'SESSION_ENDED', 'SECOND_FACTOR_NEEDED'].includes(failureCode(error));
  return (
    <div role="alert" className={styles.notice}>
      <p>{describeFailure(error, t)}</p>
      {requestId !== '' && (
        <p className={styles.code}>
          {t('trouble.forTeacher')} <bdi>{requestId}</bdi>
        </p>
      )}
      <Button icon={RotateCw} onClick={isSignedOut ? () => location.reload() : onRetry}>
        {t('app.retry')}
      </Button>
    </div>
  );
}
