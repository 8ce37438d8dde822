import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Failure } from './failure.tsx';
import { useRemoveProvider } from './provider-api.ts';
import styles from './school.module.css';

/** The end of the way in by the school's accounts: with the password, because staff are signed out by it. */
export function RemoveProvider({ name }: { readonly name: string }): ReactNode {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  const remove = useRemoveProvider(() => {
    showToast({ text: t('school.providerRemoved') });
    setAsked(false);
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    if (!remove.isPending) remove.mutate(password);
  }
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('school.providerRemove')}</Button>
      {isAsked && (
        <Dialog title={t('school.providerRemoveTitle', { name: isolate(name) })} onClose={() => setAsked(false)}>
          <form className={styles.form} onSubmit={handleSubmit} noValidate>
            <p>{t('school.providerRemoveText')}</p>
            <TextField
              label={t('school.providerPassword')}
              name="password"
              type="password"
              dir="ltr"
              autoComplete="current-password"
              autoFocus
            />
            <Failure error={remove.error} />
            <div className={styles.buttons}>
              <Button onClick={() => setAsked(false)}>{t('school.providerKeep')}</Button>
              <Button type="submit" look="danger" unavailable={remove.isPending ? t('app.loading') : undefined}>
                {t('school.providerRemove')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
