import type { Me } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';

import { BoardScreen } from '../../features/board/board-screen.tsx';
import { LessonDoor } from '../../features/lesson/lesson-door.tsx';
import { PeoplePanel } from '../../features/lesson/people-panel.tsx';
import { QueuePanel } from '../../features/moderation/queue-panel.tsx';
import { PublishPopover } from '../../features/publishing/publish-popover.tsx';
import { useT } from '../../i18n/translate.ts';
import { failedByCode } from '../../lib/call-failed.ts';
import { buttonClass } from '../../ui/button-look.ts';
import { paths } from '../paths.ts';
import { ArchivedBoardPage } from './archived-board-page.tsx';
import { PageFailure } from './page-failure.tsx';
import { SchoolLeftPage } from './school-left-page.tsx';

type BoardStaffProps = { readonly me: Me; readonly boardId: string };

/** The board with everything a teacher needs beside it: queue, people, door, share. */
export function BoardStaff({ me, boardId }: BoardStaffProps): ReactNode {
  const t = useT();
  const [, navigate] = useLocation();
  /** One more comes in anew. */
  const [visit, setVisit] = useState(0);
  return (
    <BoardScreen
      key={visit}
      boardId={boardId}
      me={me}
      slots={{
        queue: ({ refreshSignal, schools }) => (
          <QueuePanel boardId={boardId} schools={schools} refreshSignal={refreshSignal} />
        ),
        people: (
          <PeoplePanel
            boardId={boardId}
            more={
              <Link href={paths.people(boardId)} className={buttonClass({ look: 'quiet', wide: true })}>
                {t('permissions.title')}
              </Link>
            }
          />
        ),
        lesson: ({ onShowPeople }) => <LessonDoor boardId={boardId} onShowPeople={onShowPeople} />,
        share: <PublishPopover boardId={boardId} ownSchool={me.school.id} />,
      }}
      onLeave={() => navigate(paths.home)}
      renderEnded={(code) => {
        if (code === 'SCHOOL_LEFT') return <SchoolLeftPage whose="staff" />;
        if (code === 'ARCHIVED') return <ArchivedBoardPage boardId={boardId} onBack={() => setVisit(visit + 1)} />;
        return <PageFailure error={failedByCode(code)} />;
      }}
    />
  );
}
