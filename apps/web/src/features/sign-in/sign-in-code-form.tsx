import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSignInCode } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

type SignInCodeFormProps = {
  readonly onDone: () => void;
  /** Back to e-mail and password. */
  readonly onAgain: () => void;
};

/** The code that the app shows, or a recovery code. */
export function SignInCodeForm({ onDone, onAgain }: SignInCodeFormProps): ReactNode {
  const t = useT();
  const signIn = useSignInCode(onDone);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '');
    if (!signIn.isPending) signIn.mutate(code);
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate aria-busy={signIn.isPending}>
      <TextField
        label={t('signIn.code')}
        hint={t('signIn.codeHint')}
        name="code"
        dir="ltr"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        problem={signIn.isError ? describeCodeFailure(signIn.error, t) : undefined}
      />
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        unavailable={signIn.isPending ? t('signIn.pending') : undefined}
      >
        {signIn.isPending ? t('signIn.pending') : t('signIn.go')}
      </Button>
      <Button look="plain" onClick={onAgain}>
        {t('signIn.again')}
      </Button>
    </form>
  );
}

/** The password was right too long ago, or too many codes were wrong: it begins with the password again. */
function describeCodeFailure(error: Error, t: ReturnType<typeof useT>): string {
  return failureCode(error) === 'SIGN_IN_NEEDED' ? t('signIn.codeLate') : describeGuessFailure(error, t);
}
