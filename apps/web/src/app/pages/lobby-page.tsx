import type { Me } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';

import { useSignOut } from '../../features/sign-in/sign-in-api.ts';
import { DoorShut } from '../../features/join/door-shut.tsx';
import { useLobby } from '../../features/join/join-api.ts';
import { Lobby } from '../../features/join/lobby.tsx';
import { useT } from '../../i18n/translate.ts';
import { isOffline } from '../../lib/call-failed.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { paths } from '../paths.ts';
import { PageFailure } from './page-failure.tsx';
import { SignedIn } from './signed-in.tsx';

/** The class waits here until a teacher of the own school lets it in. */
export function LobbyPage(): ReactNode {
  const t = useT();
  useDocumentTitle(t('lobby.documentTitle'));
  return <SignedIn whose="pupil">{(me) => <PupilLobby me={me} />}</SignedIn>;
}

function PupilLobby({ me }: { readonly me: Me }): ReactNode {
  const [, navigate] = useLocation();
  const lobby = useLobby();
  // The front door is the server's page; leaving ends the session, because the next child may take this tablet.
  const leave = useSignOut(() => location.assign(paths.frontDoor));
  const switchPupil = useSignOut(() => navigate(paths.joinName, { replace: true }));
  const offline = isOffline(lobby);
  if (lobby.data === undefined) {
    if (lobby.error !== null) return <PageFailure error={lobby.error} />;
    return offline ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
  }
  const { state, board } = lobby.data;
  if (state === 'admitted' && board !== null) return <Redirect to={paths.board(board.id)} replace />;
  if (state === 'shut') return <DoorShut lobby={lobby.data} onLeave={() => leave.mutate()} />;
  return (
    <Lobby
      lobby={lobby.data}
      ownSchool={me.school.id}
      offline={offline}
      onLeave={() => leave.mutate()}
      onSwitch={() => switchPupil.mutate()}
    />
  );
}
