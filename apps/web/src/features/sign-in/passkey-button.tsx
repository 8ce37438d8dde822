import { CircleAlert, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describePasskeyFailure, knowsPasskeys } from '../../lib/ask-device.ts';
import { Button } from '../../ui/button.tsx';
import { usePasskeySignIn } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

type PasskeyButtonProps = {
  readonly onDone: () => void;
  /** It is the step to take now, not one way of several. */
  readonly isNext?: boolean;
};

/** The way in by a passkey, which needs neither address nor password. */
export function PasskeyButton({ onDone, isNext = false }: PasskeyButtonProps): ReactNode {
  const t = useT();
  const signIn = usePasskeySignIn(onDone);
  if (!knowsPasskeys()) return isNext ? <p>{t('passkey.impossible')}</p> : null;
  return (
    <div className={styles.other}>
      <div role="alert" className={styles.failure}>
        {signIn.isError && (
          <p>
            <CircleAlert aria-hidden /> {describePasskeyFailure(signIn.error, t)}
          </p>
        )}
      </div>
      <Button
        icon={KeyRound}
        size="touch"
        wide
        look={isNext ? 'primary' : 'quiet'}
        autoFocus={isNext}
        unavailable={signIn.isPending ? t('signIn.pending') : undefined}
        onClick={() => signIn.mutate()}
      >
        {t('signIn.passkey')}
      </Button>
    </div>
  );
}
