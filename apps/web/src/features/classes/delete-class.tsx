import type { ClassView } from '@bridgeboard/protocol';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './classes.module.css';
import { useRemoveClass } from './classes-api.ts';
import nameStyles from './name-form.module.css';

type DeleteProps = { readonly schoolClass: ClassView; readonly onDeleted: () => void };

/** A class that is over: it goes with all its pupils and their work, and only who types its name can do that. */
export function DeleteClass(props: DeleteProps): ReactNode {
  const t = useT();
  const [isAsked, setAsked] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="delete-title">
      <h2 id="delete-title" className={styles.title}>
        {t('classes.deleteHead')}
      </h2>
      <div>
        <Button icon={Trash2} onClick={() => setAsked(true)}>
          {t('classes.delete')}
        </Button>
      </div>
      {isAsked && <Question {...props} onKeep={() => setAsked(false)} />}
    </section>
  );
}

function Question({ schoolClass, onDeleted, onKeep }: DeleteProps & { readonly onKeep: () => void }): ReactNode {
  const t = useT();
  const [isWrong, setWrong] = useState(false);
  const remove = useRemoveClass(schoolClass.id);
  const name = isolate(schoolClass.name);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setWrong(typed !== schoolClass.name);
    if (typed !== schoolClass.name || remove.isPending) return;
    remove.mutate(typed, {
      onSuccess: () => {
        showToast({ text: t('classes.deleted', { class: name }) });
        onDeleted();
      },
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Dialog title={t('classes.deleteTitle', { class: name })} onClose={onKeep}>
      <form className={nameStyles.form} onSubmit={handleSubmit} noValidate>
        <p>{t('classes.deleteText', { count: schoolClass.pupils.length })}</p>
        <TextField
          label={t('classes.deleteName')}
          name="name"
          dir="auto"
          autoComplete="off"
          autoFocus
          problem={isWrong ? t('classes.deleteWrong', { class: name }) : undefined}
        />
        <div className={styles.buttons}>
          <Button onClick={onKeep}>{t('classes.deleteKeep')}</Button>
          <Button type="submit" look="danger" unavailable={remove.isPending ? t('app.loading') : undefined}>
            {t('classes.deleteDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
