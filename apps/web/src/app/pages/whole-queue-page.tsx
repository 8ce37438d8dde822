import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { AccountMenu } from '../../features/sign-in/account-menu.tsx';
import { useWholeQueue } from '../../features/moderation/whole-queue-api.ts';
import { WholeQueueScreen } from '../../features/moderation/whole-queue-screen.tsx';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';

/** What waits on all boards, as one queue. */
export function WholeQueuePage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('queue.documentTitleAll'));
  return <SignedIn whose="staff">{(me) => <StaffQueue me={me} />}</SignedIn>;
}

function StaffQueue({ me }: { readonly me: Me }): ReactNode {
  const [, navigate] = useLocation();
  const queue = useWholeQueue();
  const offline = isOffline(queue);
  if (queue.data === undefined) {
    if (queue.error !== null) return <PageFailure error={queue.error} />;
    return offline ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <WholeQueueScreen
      known={queue.data}
      school={me.school}
      offline={offline}
      account={
        <AccountMenu
          me={me}
          onAccount={() => navigate(paths.account)}
          onSignedOut={() => navigate(paths.signIn, { replace: true })}
        />
      }
    />
  );
}
