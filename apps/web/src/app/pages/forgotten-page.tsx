import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { ForgottenPassword } from '../../features/sign-in/forgotten-password.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** For staff who do not know their password any more. */
export function ForgottenPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('forgot.title'));
  return (
    <SignInFrame title={t('forgot.title')} lead={t('forgot.lead')}>
      <ForgottenPassword />
      <Link href={paths.signIn} className={buttonClass({ look: 'plain' })}>
        {t('forgot.back')}
      </Link>
    </SignInFrame>
  );
}
