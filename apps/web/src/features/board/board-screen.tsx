import type { ErrorCode, Me } from '@bridgeboard/protocol';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useDocumentTitle } from '../../lib/use-document-title.ts';
import { Loading } from '../../ui/loading.tsx';
import { TroublePage } from '../../ui/trouble-page.tsx';
import { BoardContext } from './board-context.ts';
import type { BoardPlace } from './board-context.ts';
import type { BoardDesk } from './board-desk.ts';
import { BoardMoments } from './board-moments.tsx';
import { ConcernProvider } from './concern/concern-provider.tsx';
import { DescribePictures } from './pictures/describe-picture.tsx';
import { LostPages } from './lost-pages.tsx';
import { PupilBoard } from './pupil/pupil-board.tsx';
import type { SharedTablet } from './pupil/shared-tablet.ts';
import { StaffBoard } from './staff/staff-board.tsx';
import type { StaffBoardSlots } from './staff/staff-board.tsx';
import { useBoardDesk } from './use-board-desk.ts';
import { usePart } from './use-observable.ts';

/** After this long without a connection the page says so. */
const patienceMs = 8_000;

type BoardScreenProps = {
  readonly boardId: string;
  readonly me: Me;
  /** What other features put on the staff page. */
  readonly slots: StaffBoardSlots;
  /** The way out of the board, by its button. */
  readonly onLeave: () => void;
  /** For pupils, who may have a tablet together. */
  readonly tablet?: SharedTablet;
  /** The page for a session that is over. */
  readonly renderEnded: (code: ErrorCode) => ReactNode;
};

/** A live board, as staff or as a pupil. */
export function BoardScreen({ boardId, me, ...rest }: BoardScreenProps): ReactNode {
  const desk = useBoardDesk(boardId, me);
  if (desk === null) return <Loading />;
  return <DeskScreen key={boardId} desk={desk} {...rest} />;
}

type DeskScreenProps = Omit<BoardScreenProps, 'boardId' | 'me'> & { readonly desk: BoardDesk };

function DeskScreen({ desk, slots, onLeave, tablet, renderEnded }: DeskScreenProps): ReactNode {
  const t = useT();
  const { status } = desk.session;
  // Not the status whole: it changes twice with each point of a stroke, and the page would be built anew each time.
  const [isShown, obstacle, ended] = [
    usePart(status, 'isShown'),
    usePart(status, 'obstacle'),
    usePart(status, 'ended'),
  ];
  const [board, you] = [usePart(status, 'board'), usePart(status, 'you')];
  const place = useMemo((): BoardPlace | null => {
    if (!board || !you) return null;
    return { ...desk, you, boardId: board.id, title: board.title, schools: board.schools };
  }, [desk, board, you]);
  useDocumentTitle(t('board.documentTitle', { title: board?.title ?? '' }));
  if (ended !== null) return renderEnded(ended.code);
  if (!isShown || place === null) return <Opening isFull={obstacle === 'BOARD_FULL'} />;
  return (
    <BoardContext value={place}>
      <BoardMoments />
      <DescribePictures />
      <LostPages />
      <ConcernProvider>
        {place.you.role === 'staff' ? (
          <StaffBoard slots={slots} onLeave={onLeave} />
        ) : (
          <PupilBoard onLeave={onLeave} tablet={tablet} />
        )}
      </ConcernProvider>
    </BoardContext>
  );
}

/** The board is on its way; where it does not come, the page says why, and that nothing is lost, and goes on trying. */
function Opening({ isFull }: { readonly isFull: boolean }): ReactNode {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (isFull) return <TroublePage trouble="full" code="BOARD_FULL" />;
  return isLate ? <TroublePage trouble="offline" code="UNREACHABLE" /> : <Loading />;
}
