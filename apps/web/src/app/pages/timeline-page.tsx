import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';

import { AccountMenu } from '../../features/sign-in/account-menu.tsx';
import { useTimeline, useTimelineBoard } from '../../features/timeline/timeline-api.ts';
import { TimelineScreen } from '../../features/timeline/timeline-screen.tsx';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';

/** A board's past, for its staff. */
export function TimelinePage(): ReactNode {
  const { boardId } = useParams<{ boardId: string }>();
  return <SignedIn whose="staff">{(me) => <StaffTimeline me={me} boardId={boardId} />}</SignedIn>;
}

function StaffTimeline({ me, boardId }: { readonly me: Me; readonly boardId: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const timeline = useTimeline(boardId);
  const board = useTimelineBoard(boardId);
  useDocumentTitle(t('timeline.documentTitle', { title: board.data?.title ?? '' }));
  if (timeline.data === undefined || board.data === undefined) {
    const error = timeline.error ?? board.error;
    if (error !== null) return <PageFailure error={error} />;
    return isOffline(timeline) ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <TimelineScreen
      boardId={boardId}
      boardTitle={board.data.title}
      school={me.school}
      moments={timeline.data.moments}
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
