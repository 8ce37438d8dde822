import { CircleAlert, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import type { Translate } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSignIn } from './sign-in-api.ts';
import type { NextStep } from './sign-in-api.ts';
import styles from './sign-in-form.module.css';

type Problems = { readonly email?: string; readonly password?: string };

type SignInFormProps = {
  /** Runs once the session stands. */
  readonly onDone: () => void;
  /** Runs where something else is to be shown first. */
  readonly onNext: (step: NextStep) => void;
};

/** E-mail and password of staff. */
export function SignInForm({ onDone, onNext }: SignInFormProps): ReactNode {
  const t = useT();
  const signIn = useSignIn({ onDone, onNext });
  const [problems, setProblems] = useState<Problems>({});

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email') ?? '').trim();
    const password = String(form.get('password') ?? '');
    const found = findProblems({ email, password }, t);
    setProblems(found);
    if (Object.keys(found).length === 0) signIn.mutate({ email, password });
    else
      event.currentTarget
        .querySelector<HTMLInputElement>(`[name=${found.email === undefined ? 'password' : 'email'}]`)
        ?.focus();
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate aria-busy={signIn.isPending}>
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        problem={problems.email}
      />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        problem={problems.password}
      />
      <SignInState signIn={signIn} />
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        unavailable={signIn.isPending ? t('signIn.pending') : undefined}
      >
        {signIn.isPending ? t('signIn.pending') : t('signIn.go')}
      </Button>
    </form>
  );
}

/** Why it was not taken, or that it is asked again because too many sign in at once. */
function SignInState({ signIn }: { readonly signIn: ReturnType<typeof useSignIn> }): ReactNode {
  const t = useT();
  const { error, failureReason, isPending } = signIn;
  return (
    <div>
      <div role="alert" className={styles.failure}>
        {error !== null && (
          <p>
            <CircleAlert aria-hidden /> {describeGuessFailure(error, t)}
          </p>
        )}
      </div>
      <div role="status" className={styles.waiting}>
        {isPending && failureReason !== null && (
          <p>
            <Hourglass aria-hidden /> {describeFailure(failureReason, t)}
          </p>
        )}
      </div>
    </div>
  );
}

function findProblems({ email, password }: { email: string; password: string }, t: Translate): Problems {
  return {
    ...(/^\S+@\S+$/.test(email) ? {} : { email: t('signIn.emailProblem') }),
    ...(password === '' ? { password: t('signIn.passwordProblem') } : {}),
  };
}
