import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './forms.module.css';

type PasswordFormProps = {
  /** What is done once the password is right. */
  readonly go: string;
  /** Asks for a code as well. */
  readonly withCode?: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onPassword: (password: string, code: string) => void;
  readonly onCancel: () => void;
};

/** The password once more, before somebody changes how they sign in. */
export function PasswordForm(props: PasswordFormProps): ReactNode {
  const { go, withCode = false, isPending, error, onPassword, onCancel } = props;
  const t = useT();
  const [isEmpty, setEmpty] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [password, code] = [String(form.get('password') ?? ''), String(form.get('code') ?? '')];
    setEmpty(password === '');
    if (password !== '' && !isPending) onPassword(password, code);
  }
  const failure = error === null ? undefined : describeGuessFailure(error, t);
  const isAboutCode = error !== null && failureCode(error) === 'CODE_WRONG';
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        autoFocus
        problem={isEmpty ? t('signIn.passwordProblem') : isAboutCode ? undefined : failure}
      />
      {withCode && (
        <TextField
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          name="code"
          dir="ltr"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          problem={isAboutCode ? failure : undefined}
        />
      )}
      <FormButtons go={go} isPending={isPending} onCancel={onCancel} />
    </form>
  );
}
