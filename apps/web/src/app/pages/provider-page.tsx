import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';

import { useFinishProvider } from '../../features/sign-in/sign-in-api.ts';
import type { NextStep } from '../../features/sign-in/sign-in-api.ts';
import { SignInSteps } from '../../features/sign-in/sign-in-steps.tsx';
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
  const { school = null } = useParams<{ school?: string }>();
  const [next, setNext] = useState<NextStep>();
  const onDone = (): void => navigate(paths.home, { replace: true });
  const finish = useFinishProvider({ onDone, onNext: setNext });
  const { mutate } = finish;
  const isAsked = useRef(false);
  useEffect(() => {
    // What a provider answers is good for one question, and development renders twice.
    if (!isAsked.current) mutate({ school, ...heldQuery() });
    isAsked.current = true;
  }, [mutate, school]);
  useDocumentTitle(t('signIn.title'));
  if (next !== undefined)
    return (
      <SignInFrame title={t('signIn.title')} lead={t('signIn.lead')}>
        <SignInSteps onDone={onDone} first={next} />
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
