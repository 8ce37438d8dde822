import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { Notice } from '../../ui/notice.tsx';
import { useOwnSignIn } from './account-api.ts';
import type { OwnSignIn } from './account-api.ts';
import styles from './account.module.css';
import { Missing } from './missing.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { Passkeys } from './passkeys.tsx';
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
      {me.lacks !== null && <Lacks me={me} hasOne={hasFactor(signIn.data)} />}
      {me.lacks === null && <OwnPassword />}
      {signIn.data === undefined ? (
        <Missing error={signIn.error} onRetry={() => void signIn.refetch()} />
      ) : (
        <>
          <SecondFactor codesLeft={signIn.data.recoveryCodesLeft} />
          <Passkeys
            passkeys={signIn.data.passkeys}
            zone={me.school.timeZone}
            isAlone={signIn.data.passkeys.length === 1 && signIn.data.recoveryCodesLeft === null}
          />
        </>
      )}
      {me.lacks !== null && <OwnPassword />}
      <OwnSessions zone={me.school.timeZone} />
    </main>
  );
}

function hasFactor(signIn: OwnSignIn | undefined): boolean {
  return signIn !== undefined && (signIn.recoveryCodesLeft !== null || signIn.passkeys.length > 0);
}

/** Why nothing else is open, or will not be before long. */
function Lacks({ me: { lacks, school }, hasOne }: { readonly me: Me; readonly hasOne: boolean }): ReactNode {
  const t = useT();
  if (lacks === null) return null;
  const day = formatDay(new Date(lacks.from), school.timeZone, formatLocale());
  if (!lacks.isDue) return <Notice>{t('account.lacks.soon', { day })}</Notice>;
  return <Notice>{t(hasOne ? 'account.lacks.again' : 'account.lacks.due')}</Notice>;
}
