import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { ProviderButtons } from '../../features/sign-in/provider-buttons.tsx';
import { SignInSteps } from '../../features/sign-in/sign-in-steps.tsx';
import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Staff come in here. */
export function SignInPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  useDocumentTitle(t('signIn.title'));
  return (
    <SignInFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      <SignInSteps onDone={() => navigate(paths.home, { replace: true })} />
      <ProviderButtons />
      <div>
        <Link href={paths.forgotten} className={buttonClass({ look: 'plain', wide: true })}>
          {t('forgot.title')}
        </Link>
        {/* The front door is the server's page, so this leaves the app. */}
        <a href={paths.frontDoor} className={buttonClass({ look: 'plain', wide: true })}>
          <Users aria-hidden />
          {t('signIn.pupil')}
        </a>
      </div>
    </SignInFrame>
  );
}
