import { passwordLength } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useResetPassword } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

type NewPasswordFormProps = {
  /** What the link brought. */
  readonly token: string;
  readonly onDone: () => void;
};

/** A new password, by a link from a mail. */
export function NewPasswordForm({ token, onDone }: NewPasswordFormProps): ReactNode {
  const t = useT();
  const reset = useResetPassword(onDone);
  const [isShort, setShort] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setShort(password.length < passwordLength.min);
    if (password.length >= passwordLength.min && !reset.isPending) reset.mutate({ token, password });
  }
  const failure = reset.isError ? describeFailure(reset.error, t) : undefined;
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('reset.password')}
        hint={t('reset.hint', { count: passwordLength.min })}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        maxLength={passwordLength.max}
        autoFocus
        problem={isShort ? t('error.PASSWORD_SHORT') : failure}
      />
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        unavailable={reset.isPending ? t('app.loading') : undefined}
      >
        {t('reset.go')}
      </Button>
    </form>
  );
}
