import type { ReactNode } from 'react';
import { useParams } from 'wouter';

import { BoardPupil } from './board-pupil.tsx';
import { BoardStaff } from './board-staff.tsx';
import { SignedIn } from './signed-in.tsx';

/** A live board, as staff or as a pupil of one of its schools. */
export function BoardPage(): ReactNode {
  const { boardId } = useParams<{ boardId: string }>();
  return (
    <SignedIn>
      {(me) =>
        me.role === 'staff' ? (
          <BoardStaff key={boardId} me={me} boardId={boardId} />
        ) : (
          <BoardPupil key={boardId} me={me} boardId={boardId} />
        )
      }
    </SignedIn>
  );
}
