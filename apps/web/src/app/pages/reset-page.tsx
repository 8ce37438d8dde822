import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { NewPasswordForm } from '../../features/sign-in/new-password-form.tsx';
import { heldFragment } from '../../front-door/held-fragment.ts';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Where the link of a mail leads. */
export function ResetPage(): ReactNode {
  const t = useT();
  const [isDone, setDone] = useState(false);
  const [token] = useState(heldFragment);
  useDocumentTitle(t('reset.title'));
  if (isDone || token === '')
    return (
      <SignInFrame title={t('reset.title')} lead={isDone ? t('reset.done') : t('error.LINK_OVER')}>
        <Link
          href={isDone ? paths.signIn : paths.forgotten}
          className={buttonClass({ look: 'primary', size: 'touch', wide: true })}
        >
          {isDone ? t('signIn.title') : t('forgot.go')}
        </Link>
      </SignInFrame>
    );
  return (
    <SignInFrame title={t('reset.title')} lead={t('reset.lead')}>
      <NewPasswordForm token={token} onDone={() => setDone(true)} />
      <Link href={paths.forgotten} className={buttonClass({ look: 'plain' })}>
        {t('reset.another')}
      </Link>
    </SignInFrame>
  );
}
