import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { AccountFields, readAccount } from './account-fields.tsx';
import { Failure } from './failure.tsx';
import { focusFirst } from './read-fields.ts';
import { useTakeInvitation } from './school-api.ts';
import styles from './school.module.css';

type InvitationFormProps = {
  readonly token: string;
  /** Runs once the session stands. */
  readonly onDone: () => void;
};

/** Takes an offered place: an address and a password are all it takes. */
export function InvitationForm({ token, onDone }: InvitationFormProps): ReactNode {
  const t = useT();
  const take = useTakeInvitation(onDone);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { wrong: found, ...account } = readAccount(new FormData(event.currentTarget));
    setWrong(found);
    focusFirst(event.currentTarget, found);
    if (found.length === 0 && !take.isPending) take.mutate({ token, ...account });
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate aria-busy={take.isPending}>
      <AccountFields wrong={wrong} />
      <Failure error={take.error} />
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        unavailable={take.isPending ? t('app.loading') : undefined}
      >
        {t('invitation.go')}
      </Button>
    </form>
  );
}
