import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import type { NextStep } from './sign-in-api.ts';
import { SignInCodeForm } from './sign-in-code-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

type SignInStepsProps = {
  /** Runs once the session stands. */
  readonly onDone: () => void;
  /** Where somebody stands who was named by a provider already. */
  readonly first?: NextStep;
};

/** E-mail and password, then a code or a passkey for whoever has a second factor; or a passkey alone. */
export function SignInSteps({ onDone, first }: SignInStepsProps): ReactNode {
  const [next, setNext] = useState<NextStep | undefined>(first);
  const again = (): void => setNext(undefined);
  if (next === 'passkey') return <ShowPasskey onDone={onDone} onAgain={again} />;
  return (
    <>
      {next === 'code' ? (
        <SignInCodeForm onDone={onDone} onAgain={again} />
      ) : (
        <SignInForm onDone={onDone} onNext={setNext} />
      )}
      <PasskeyButton onDone={onDone} />
    </>
  );
}

function ShowPasskey({ onDone, onAgain }: { readonly onDone: () => void; readonly onAgain: () => void }): ReactNode {
  const t = useT();
  return (
    <>
      <p>{t('signIn.passkeyNext')}</p>
      <PasskeyButton onDone={onDone} isNext />
      <Button look="plain" wide onClick={onAgain}>
        {t('signIn.again')}
      </Button>
    </>
  );
}
