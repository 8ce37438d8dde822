import type { OwnPasskey } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describePasskeyFailure } from '../../lib/ask-device.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './forms.module.css';
import { PasswordForm } from './password-form.tsx';
import { useAddPasskey, useRemovePasskey, useRenamePasskey } from './passkeys-api.ts';

const longestName = 40;

/** What it is called, and the password; then the device asks. */
export function AddPasskey({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useT();
  const add = useAddPasskey(() => {
    showToast({ text: t('passkey.added') });
    onDone();
  });
  const [missing, setMissing] = useState<'name' | 'password'>();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get('name') ?? '').trim();
    const password = String(form.get('password') ?? '');
    setMissing(name === '' ? 'name' : password === '' ? 'password' : undefined);
    if (name !== '' && password !== '' && !add.isPending) add.mutate({ name, password });
  }
  const failure = add.isError ? describePasskeyFailure(add.error, t) : undefined;
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('passkey.name')}
        hint={t('passkey.nameHint')}
        name="name"
        dir="auto"
        maxLength={longestName}
        autoFocus
        problem={missing === 'name' ? t('passkey.nameProblem') : undefined}
      />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        problem={missing === 'password' ? t('signIn.passwordProblem') : failure}
      />
      <FormButtons go={t('passkey.make')} isPending={add.isPending} onCancel={onDone} />
    </form>
  );
}

type OfOneProps = { readonly passkey: OwnPasskey; readonly onDone: () => void };

export function RenamePasskey({ passkey, onDone }: OfOneProps): ReactNode {
  const t = useT();
  const rename = useRenamePasskey(passkey.id, onDone);
  const [isEmpty, setEmpty] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setEmpty(name === '');
    if (name !== '' && !rename.isPending) rename.mutate(name);
  }
  const failure = rename.isError ? describeFailure(rename.error, t) : undefined;
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('passkey.name')}
        name="name"
        dir="auto"
        maxLength={longestName}
        defaultValue={passkey.name}
        autoFocus
        problem={isEmpty ? t('passkey.nameProblem') : failure}
      />
      <FormButtons go={t('passkey.rename')} isPending={rename.isPending} onCancel={onDone} />
    </form>
  );
}

export function RemovePasskey({ passkey, onDone }: OfOneProps): ReactNode {
  const t = useT();
  const remove = useRemovePasskey(passkey.id, () => {
    showToast({ text: t('passkey.removed') });
    onDone();
  });
  return (
    <PasswordForm
      go={t('passkey.remove')}
      isPending={remove.isPending}
      error={remove.error}
      onCancel={onDone}
      onPassword={(password) => remove.mutate(password)}
    />
  );
}
