import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAskForLink, useWaysIn } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

/** A link by mail, or, where this instance sends none, whom to ask. */
export function ForgottenPassword(): ReactNode {
  const t = useT();
  const ways = useWaysIn();
  const ask = useAskForLink();
  const [problem, setProblem] = useState<string>();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim();
    const isAddress = /^\S+@\S+$/.test(email);
    setProblem(isAddress ? undefined : t('signIn.emailProblem'));
    if (isAddress && !ask.isPending) ask.mutate(email);
  }
  if (ways.data === undefined && ways.error === null) return <SlowLoading rows={2} />;
  if (ways.data?.mail === false) return <p>{t('forgot.noMail')}</p>;
  if (ask.isSuccess)
    return (
      <p role="status" className={styles.done}>
        <MailCheck aria-hidden /> {t('forgot.sent')}
      </p>
    );
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        problem={problem ?? (ask.isError ? describeGuessFailure(ask.error, t) : undefined)}
      />
      <Button type="submit" look="primary" size="touch" wide unavailable={ask.isPending ? t('app.loading') : undefined}>
        {t('forgot.go')}
      </Button>
    </form>
  );
}
