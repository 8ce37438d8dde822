import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './invitations.module.css';
import { useBegin } from './invitations-api.ts';
import { useSpeech } from './speech.ts';

/** Begins a partnership by a title; its schools are asked in on its page. */
export function BeginPartnership({ onBegun }: { readonly onBegun: (id: string) => void }): ReactNode {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const begin = useBegin();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('title');
    const title = typeof typed === 'string' ? typed.trim() : '';
    setEmpty(title === '');
    if (title === '' || begin.isPending) return;
    begin.mutate(title, {
      onSuccess: ({ id }) => onBegun(id),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      label={t('partnerships.begin')}
      trigger={<Button icon={Plus}>{t('partnerships.begin')}</Button>}
    >
      <form className={styles.popover} onSubmit={handleSubmit} noValidate>
        <TextField
          label={t('partnerships.beginName')}
          hint={t('partnerships.beginHint')}
          name="title"
          dir="auto"
          maxLength={80}
          autoComplete="off"
          autoFocus
          problem={isEmpty ? t('school.fill') : undefined}
        />
        <Button type="submit" look="primary" unavailable={begin.isPending ? t('app.loading') : undefined}>
          {t('partnerships.beginGo')}
        </Button>
      </form>
    </Popover>
  );
}
