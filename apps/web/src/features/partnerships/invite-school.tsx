import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { describeFailure } from '../../lib/describe-failure.ts';
import { LinkToCopy } from '../../lib/link-to-copy.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import styles from './invitations.module.css';
import { useInviteSchool } from './invitations-api.ts';
import { useSpeech } from './speech.ts';

/** Asks one more school in by a link, which is shown this once. */
export function InviteSchool({ partnership }: { readonly partnership: string }): ReactNode {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const invite = useInviteSchool(partnership);
  function handleOpen(open: boolean): void {
    setOpen(open);
    invite.reset();
  }
  function handleMake(): void {
    if (invite.isPending) return;
    invite.mutate(undefined, {
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={handleOpen}
      label={t('charter.invite')}
      trigger={
        <Button look={isOpen ? 'quiet' : 'primary'} icon={UserPlus}>
          {t('charter.invite')}
        </Button>
      }
    >
      <div className={styles.popover}>
        <p>{t('charter.inviteLead')}</p>
        {invite.data === undefined ? (
          <Button look="primary" onClick={handleMake} unavailable={invite.isPending ? t('app.loading') : undefined}>
            {t('charter.inviteMake')}
          </Button>
        ) : (
          <LinkToCopy
            address={`${location.origin}/partnership-invitation#${invite.data.token}`}
            label={t('charter.inviteAddress')}
          />
        )}
      </div>
    </Popover>
  );
}
