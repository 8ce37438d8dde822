import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';

import { AccountMenu } from '../../features/sign-in/account-menu.tsx';
import { useBoardOfQueue, useQueue } from '../../features/moderation/queue-api.ts';
import { QueueScreen } from '../../features/moderation/queue-screen.tsx';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';

/** What waits on one board, on a page of its own. */
export function QueuePage(): ReactNode {
  const { boardId } = useParams<{ boardId: string }>();
  return <SignedIn whose="staff">{(me) => <StaffQueue me={me} boardId={boardId} />}</SignedIn>;
}

function StaffQueue({ me, boardId }: { readonly me: Me; readonly boardId: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const queue = useQueue(boardId);
  const board = useBoardOfQueue(boardId);
  useDocumentTitle(t('queue.documentTitle', { title: board.data?.title ?? '' }));
  const offline = isOffline(queue);
  if (queue.data === undefined || board.data === undefined) {
    const error = queue.error ?? board.error;
    if (error !== null) return <PageFailure error={error} />;
    return offline ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <QueueScreen
      boardId={boardId}
      boardTitle={board.data.title}
      queue={queue.data}
      school={me.school}
      partners={board.data.schools.filter(({ id }) => id !== me.school.id)}
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
