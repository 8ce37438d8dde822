import type { InvitationLine } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatDay } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { isolate } from '../../lib/isolate.ts';
import { Button } from '../../ui/button.tsx';
import { Row } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { rolesInWords } from './roles-field.tsx';
import { useWithdraw } from './school-api.ts';

type InvitationRowProps = {
  readonly invitation: InvitationLine;
  /** The school's own. */
  readonly zone: string;
};

/** A place that somebody is offered, and the way to take it back. */
export function InvitationRow({ invitation, zone }: InvitationRowProps): ReactNode {
  const t = useT();
  const name = isolate(invitation.name);
  const withdraw = useWithdraw(invitation.id, () => showToast({ text: t('school.withdrawn', { name }) }));
  const day = formatDay(new Date(invitation.expiresAt), zone, formatLocale());
  function handleWithdraw(): void {
    if (withdraw.isPending) return;
    withdraw.mutate(undefined, {
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Row
      title={<bdi>{invitation.name}</bdi>}
      detail={`${rolesInWords(invitation.roles, t)} · ${t('school.until', { day })}`}
      end={
        <Button onClick={handleWithdraw} aria-label={t('school.withdrawOf', { name })}>
          {t('school.withdraw')}
        </Button>
      }
    />
  );
}
