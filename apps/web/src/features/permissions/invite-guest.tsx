import { Copy, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMakeGuest } from './guests-api.ts';
import styles from './invite-guest.module.css';

/** A lesson, two, a school day, a day. */
const lengths = ['45', '90', '480', '1440'] as const;

const levels = ['looks', 'adds'] as const;

/** Makes a link for a guest of one lesson; it is shown this once, to be handed on. */
export function InviteGuest({ boardId }: { readonly boardId: string }): ReactNode {
  const t = useT();
  const make = useMakeGuest(boardId);
  const [level, setLevel] = useState<(typeof levels)[number]>('looks');
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('45');
  function invite(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    if (name === '') return;
    const onError = (error: Error): void => showToast({ tone: 'problem', text: describeFailure(error, t) }, 'guest');
    make.mutate({ name, minutes: Number(minutes), adds: level === 'adds' }, { onSuccess: () => form.reset(), onError });
  }
  const may = levels.map((value) => ({ value, label: t(`permissions.guest.level.${value}`) }));
  const options = lengths.map((value) => ({ value, label: t(`permissions.guest.for.${value}`) }));
  return (
    <div className={styles.invite}>
      <form className={styles.form} onSubmit={invite}>
        <TextField label={t('permissions.guest.name')} name="name" maxLength={60} required autoComplete="off" />
        <div className={styles.length}>
          <Select label={t('permissions.guest.level')} value={level} options={may} onChange={setLevel} />
        </div>
        <div className={styles.length}>
          <Select label={t('permissions.guest.howLong')} value={minutes} options={options} onChange={setMinutes} />
        </div>
        <Button type="submit" icon={UserPlus}>
          {t('permissions.guest.make')}
        </Button>
      </form>
      {make.data !== undefined && <FreshLink token={make.data} />}
    </div>
  );
}

function FreshLink({ token }: { readonly token: string }): ReactNode {
  const t = useT();
  const address = `${location.origin}${paths.guest}#${token}`;
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(address).then(
      () => showToast({ text: t('permissions.guest.copied') }),
      // The field beside it can be copied by hand.
      () => undefined,
    );
  }
  return (
    <div className={styles.fresh} role="status">
      <p>{t('permissions.guest.once')}</p>
      <div className={styles.form}>
        <input
          readOnly
          dir="ltr"
          className={styles.address}
          value={address}
          aria-label={t('permissions.guest.address')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button look="primary" icon={Copy} onClick={() => void copy()}>
          {t('permissions.guest.copy')}
        </Button>
      </div>
    </div>
  );
}
