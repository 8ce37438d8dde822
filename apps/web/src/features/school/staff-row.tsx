import type { StaffLine } from '@bridgeboard/protocol';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Row } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { EndAccount } from './end-account.tsx';
import { Failure } from './failure.tsx';
import { ForgetFactor } from './forget-factor.tsx';
import { RolesField, readRoles, rolesInWords } from './roles-field.tsx';
import { useSetRoles } from './school-api.ts';
import styles from './school.module.css';

type StaffRowProps = {
  readonly member: StaffLine;
  readonly isMe: boolean;
  readonly mayChange: boolean;
  /** Without the second factor that the school asks for. */
  readonly lacks: boolean;
};

/** A colleague, and what an administrator can do about them. */
export function StaffRow({ member, isMe, mayChange, lacks }: StaffRowProps): ReactNode {
  const t = useT();
  const you = (
    <Badge tone="accent" icon={Check}>
      {t('school.you')}
    </Badge>
  );
  return (
    <Row
      title={<bdi>{member.name}</bdi>}
      detail={[rolesInWords(member.roles, t), ...(lacks ? [t('school.factorNone')] : [])].join(' · ')}
      end={
        <>
          {isMe && you}
          {mayChange && <ChangeRoles member={member} />}
          {mayChange && !isMe && member.hasFactor === true && <ForgetFactor member={member} />}
          {mayChange && !isMe && <EndAccount member={member} />}
        </>
      }
    />
  );
}

function ChangeRoles({ member }: { readonly member: StaffLine }): ReactNode {
  const t = useT();
  const name = isolate(member.name);
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      label={t('school.rolesOf', { name })}
      trigger={<Button aria-label={t('school.rolesOf', { name })}>{t('school.roles')}</Button>}
    >
      <RolesForm member={member} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function RolesForm({ member, onDone }: { readonly member: StaffLine; readonly onDone: () => void }): ReactNode {
  const t = useT();
  const setRoles = useSetRoles(member.id, () => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  const [isEmpty, setEmpty] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const roles = readRoles(new FormData(event.currentTarget));
    setEmpty(roles.length === 0);
    if (roles.length === 0 || setRoles.isPending) return;
    setRoles.mutate(roles);
  }
  return (
    <form className={`${styles.form} ${styles.popover}`} onSubmit={handleSubmit}>
      <RolesField
        legend={t('school.rolesOf', { name: isolate(member.name) })}
        chosen={member.roles}
        problem={isEmpty ? t('school.rolesProblem') : undefined}
      />
      <Failure error={setRoles.error} />
      <Button type="submit" look="primary" unavailable={setRoles.isPending ? t('app.loading') : undefined}>
        {t('school.save')}
      </Button>
    </form>
  );
}
