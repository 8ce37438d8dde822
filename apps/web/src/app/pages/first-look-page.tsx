import type { Me } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';

import { FirstLookScreen } from '../../features/moderation/first-look/first-look-screen.tsx';
import { useLooks } from '../../features/moderation/first-look/look-api.ts';
import type { LookList } from '../../features/moderation/first-look/look-api.ts';
import { useBoardOfQueue } from '../../features/moderation/queue-api.ts';
import { AccountMenu } from '../../features/sign-in/account-menu.tsx';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';

/** What other schools let out on one board, looked at before the own pupils see it. */
export function FirstLookPage(): ReactNode {
  const { boardId } = useParams<{ boardId: string }>();
  return <SignedIn whose="staff">{(me) => <StaffLook me={me} boardId={boardId} />}</SignedIn>;
}

function StaffLook({ me, boardId }: { readonly me: Me; readonly boardId: string }): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  const [list, setList] = useState<LookList>('waiting');
  const looks = useLooks(boardId, list);
  const board = useBoardOfQueue(boardId);
  useDocumentTitle(t('look.documentTitle', { title: board.data?.title ?? '' }));
  const offline = isOffline(looks);
  if (looks.data === undefined || board.data === undefined) {
    const error = looks.error ?? board.error;
    if (error !== null) return <PageFailure error={error} />;
    return offline ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  return (
    <FirstLookScreen
      key={list}
      boardId={boardId}
      boardTitle={board.data.title}
      school={me.school}
      list={list}
      onList={setList}
      {...looks.data}
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
