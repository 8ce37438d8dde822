import { passwordLength } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { TextField } from '../../ui/text-field.tsx';
import { fieldOf } from './read-fields.ts';

/** What somebody new will sign in with. */
export function AccountFields({ wrong }: { readonly wrong: readonly string[] }): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        dir="ltr"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        problem={wrong.includes('email') ? t('signIn.emailProblem') : undefined}
      />
      <TextField
        label={t('signIn.password')}
        hint={t('school.passwordHint')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        problem={wrong.includes('password') ? t('error.PASSWORD_SHORT') : undefined}
      />
    </>
  );
}

/** What was typed, and which fields cannot be so. */
export function readAccount(form: FormData): { email: string; password: string; wrong: string[] } {
  const email = fieldOf(form, 'email');
  const password = String(form.get('password') ?? '');
  const wrong = [
    ...(/^\S+@\S+\.\S+$/.test(email) ? [] : ['email']),
    ...(password.length < passwordLength.min ? ['password'] : []),
  ];
  return { email, password, wrong };
}
