import { passwordLength } from '@bridgeboard/protocol';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { failureCode } from '../../lib/call-failed.ts';
import { describeGuessFailure } from '../../lib/describe-guess-failure.ts';
import { Button } from '../../ui/button.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChangePassword } from './account-api.ts';
import formStyles from './forms.module.css';
import { Section } from '../../ui/section.tsx';

/** The own password, and another one in its place. */
export function OwnPassword(): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section id="password" title={t('signIn.password')}>
      <RowList labelledBy="password">
        <Row
          icon={LockKeyhole}
          title={t('account.password')}
          detail={t('account.password.lead')}
          end={isOpen ? undefined : <Button onClick={() => setOpen(true)}>{t('account.password.change')}</Button>}
        />
      </RowList>
      {isOpen && <ChangeForm onClose={() => setOpen(false)} />}
    </Section>
  );
}

function ChangeForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const change = useChangePassword(() => {
    showToast({ text: t('account.password.changed') });
    onClose();
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [password, newPassword] = [String(form.get('password') ?? ''), String(form.get('newPassword') ?? '')];
    if (!change.isPending) change.mutate({ password, newPassword });
  }
  const failure = change.error === null ? undefined : describeGuessFailure(change.error, t);
  const isAboutNew = change.error !== null && failureCode(change.error) === 'PASSWORD_SHORT';
  return (
    <form className={formStyles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('account.password.now')}
        name="password"
        type="password"
        dir="ltr"
        autoComplete="current-password"
        autoFocus
        problem={isAboutNew ? undefined : failure}
      />
      <TextField
        label={t('reset.password')}
        hint={t('reset.hint', { count: passwordLength.min })}
        name="newPassword"
        type="password"
        dir="ltr"
        autoComplete="new-password"
        maxLength={passwordLength.max}
        problem={isAboutNew ? failure : undefined}
      />
      <FormButtons go={t('account.password.change')} isPending={change.isPending} onCancel={onClose} />
    </form>
  );
}
