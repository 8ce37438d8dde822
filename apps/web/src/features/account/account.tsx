import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useOwnSignIn } from './account-api.ts';
import styles from './account.module.css';
import { Missing } from './missing.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';

/** How somebody of the staff signs in, and where they are. */
export function Account({ me }: { readonly me: Me }): ReactNode {
  const t = useT();
  const signIn = useOwnSignIn();
  return (
    <main id="main" className={styles.account}>
      <div className={styles.head}>
        <h1>{t('account.title')}</h1>
        <p>{t('account.who', { name: me.name, school: me.school.name })}</p>
      </div>
      <OwnPassword />
      {signIn.data === undefined ? (
        <Missing error={signIn.error} onRetry={() => void signIn.refetch()} />
      ) : (
        <SecondFactor codesLeft={signIn.data.recoveryCodesLeft} />
      )}
      <OwnSessions zone={me.school.timeZone} />
    </main>
  );
}
