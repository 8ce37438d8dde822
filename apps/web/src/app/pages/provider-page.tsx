import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { SignInCodeForm } from '../../features/sign-in/sign-in-code-form.tsx';
import { useFinishProvider } from '../../features/sign-in/sign-in-api.ts';
import { heldQuery } from '../../front-door/held-query.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** Where the school's provider sends a browser back to. */
export function ProviderPage(): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [needsCode, setNeedsCode] = useState(false);
  const onDone = (): void => navigate(paths.home, { replace: true });
  const finish = useFinishProvider({ onDone, onCode: () => setNeedsCode(true) });
  const { mutate } = finish;
  const isAsked = useRef(false);
  useEffect(() => {
    // What a provider answers is good for one question, and development renders twice.
    if (!isAsked.current) mutate(heldQuery());
    isAsked.current = true;
  }, [mutate]);
  useDocumentTitle(t('signIn.title'));
  if (needsCode)
    return (
      <SignInFrame title={t('signIn.title')} lead={t('signIn.lead')}>
        <SignInCodeForm onDone={onDone} onAgain={() => navigate(paths.signIn, { replace: true })} />
      </SignInFrame>
    );
  return (
    <SignInFrame
      title={t('signIn.title')}
      lead={finish.isError ? describeFailure(finish.error, t) : t('signIn.pending')}
    >
      {finish.isError && (
        <Link href={paths.signIn} className={buttonClass({ look: 'primary', size: 'touch', wide: true })}>
          {t('app.back')}
        </Link>
      )}
    </SignInFrame>
  );
}
