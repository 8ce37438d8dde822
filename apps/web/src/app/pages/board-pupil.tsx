import type { ErrorCode, Me } from '@bridgeboard/protocol';
import { ArrowRight, DoorOpen, LogOut } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

import { pinPictures } from '../../drawings/pin-pictures.ts';
import { useSignOut } from '../../features/sign-in/sign-in-api.ts';
import { BoardScreen } from '../../features/board/board-screen.tsx';
import { forgetClass, isTabletShared, shareTablet } from '../../features/join/shared-tablet.ts';
import { useT } from '../../i18n/translate.ts';
import { failedByCode } from '../../lib/call-failed.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { paths } from '../paths.ts';
import { CalmPage } from './calm-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { SchoolLeftPage } from './school-left-page.tsx';

type BoardPupilProps = { readonly me: Me; readonly boardId: string };

const noSlots = { queue: () => null, people: null, lesson: () => null, share: null } as const;

/** Codes that say: this pupil is not on this board any more, but may well be again. */
const outOfBoard: readonly ErrorCode[] = ['SESSION_ENDED', 'NOT_FOUND', 'FORBIDDEN'];

/** The board as a pupil has it. */
export function BoardPupil({ me, boardId }: BoardPupilProps): ReactNode {
  const t = useT();
  const [hasLeft, setHasLeft] = useState(false);
  const { passOn, isPassing } = usePassOn(me.name);
  if (isPassing) return <Loading />;
  if (hasLeft) return <LeftBoard name={me.name} onBack={() => setHasLeft(false)} />;
  return (
    <BoardScreen
      boardId={boardId}
      me={me}
      slots={noSlots}
      onLeave={() => setHasLeft(true)}
      tablet={{ isShared: isTabletShared(), onPass: passOn }}
      renderEnded={(code) => {
        if (code === 'SCHOOL_LEFT') return <SchoolLeftPage whose="pupil" />;
        if (code === 'ARCHIVED') return <OutOfBoard title={t('archive.pageTitle')} lead={t('archive.pupilLead')} />;
        return outOfBoard.includes(code) ? (
          <OutOfBoard title={t('ended.outTitle')} lead={t('ended.lead')} />
        ) : (
          <PageFailure error={failedByCode(code)} />
        );
      }}
    />
  );
}

/** Ends this pupil's session and shows the names of the class, so that the next one comes in without a code. */
function usePassOn(name: string): { readonly passOn: (isSaved: boolean) => void; readonly isPassing: boolean } {
  const t = useT();
  const [, navigate] = useLocation();
  const signOut = useSignOut(() => navigate(paths.joinName, { replace: true }));
  function passOn(isSaved: boolean): void {
    shareTablet();
    if (!isSaved) showToast({ tone: 'note', text: t('pass.kept', { name: firstNameOf(name) }) });
    signOut.mutate(undefined, {
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return { passOn, isPassing: signOut.isPending };
}

/** Asked once before the session ends: a stray tap on the arrow must not cost the way in through a shut door. */
function LeftBoard({ name, onBack }: { readonly name: string; readonly onBack: () => void }): ReactNode {
  const t = useT();
  const signOut = useSignOut(() => {
    forgetClass();
    location.assign(paths.frontDoor);
  });
  return (
    <CalmPage drawing={pinPictures.boat} title={t('ended.leftTitle', { name })} lead={t('ended.lead')}>
      <Button look="primary" size="touch" wide icon={ArrowRight} onClick={onBack}>
        {t('ended.backToBoard')}
      </Button>
      <Button look="plain" size="touch" wide icon={LogOut} onClick={() => signOut.mutate()}>
        {t('ended.finished')}
      </Button>
    </CalmPage>
  );
}

/** This pupil is not on the board for now: the lobby says how it stands, and opens the way back. */
function OutOfBoard(words: { readonly title: string; readonly lead: string }): ReactNode {
  const t = useT();
  return (
    <CalmPage drawing={pinPictures.boat} {...words}>
      <ButtonLink href={paths.lobby} look="primary" size="touch" icon={DoorOpen} wide>
        {t('ended.toLobby')}
      </ButtonLink>
    </CalmPage>
  );
}
