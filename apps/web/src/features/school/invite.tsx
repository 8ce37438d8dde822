import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { LinkToCopy } from '../../lib/link-to-copy.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, focusFirst } from './read-fields.ts';
import { RolesField, readRoles } from './roles-field.tsx';
import { useInvite } from './school-api.ts';
import type { Invited } from './school-api.ts';
import styles from './school.module.css';

/** Offers somebody a place on the staff by a link, which is shown this once. */
export function Invite(): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  function handleOpen(open: boolean): void {
    setOpen(open);
    setInvited(undefined);
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={handleOpen}
      label={t('school.invite')}
      trigger={
        <Button look={isOpen ? 'quiet' : 'primary'} icon={UserPlus}>
          {t('school.invite')}
        </Button>
      }
    >
      {invited === undefined ? <InviteForm onInvited={setInvited} /> : <InvitationLink invited={invited} />}
    </Popover>
  );
}

function InviteForm({ onInvited }: { readonly onInvited: (invited: Invited) => void }): ReactNode {
  const t = useT();
  const invite = useInvite(onInvited);
  const [missing, setMissing] = useState<readonly string[]>([]);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [name, roles] = [fieldOf(form, 'name'), readRoles(form)];
    const left = [...(name === '' ? ['name'] : []), ...(roles.length === 0 ? ['role'] : [])];
    setMissing(left);
    focusFirst(event.currentTarget, left);
    if (left.length === 0 && !invite.isPending) invite.mutate({ name, roles });
  }
  return (
    <form className={`${styles.form} ${styles.popover}`} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('school.inviteName')}
        hint={t('school.inviteNameHint')}
        name="name"
        dir="auto"
        maxLength={60}
        autoComplete="off"
        problem={missing.includes('name') ? t('school.fill') : undefined}
      />
      <RolesField
        legend={t('school.roles')}
        chosen={['teacher']}
        problem={missing.includes('role') ? t('school.rolesProblem') : undefined}
      />
      <Failure error={invite.error} />
      <Button type="submit" look="primary" unavailable={invite.isPending ? t('app.loading') : undefined}>
        {t('school.inviteGo')}
      </Button>
    </form>
  );
}

function InvitationLink({ invited }: { readonly invited: Invited }): ReactNode {
  const t = useT();
  return (
    <div className={`${styles.form} ${styles.popover}`}>
      <p>{t('school.inviteLink', { name: isolate(invited.name) })}</p>
      <LinkToCopy address={`${location.origin}/invitation#${invited.token}`} label={t('school.inviteAddress')} />
    </div>
  );
}
