import type { Door } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { AskAgain } from '../../lib/ask-again.tsx';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { DoorControls } from './door-panel.tsx';
import { useDoor } from './door-api.ts';
import { InsideList } from './inside-list.tsx';
import styles from './people-panel.module.css';
import { WaitingList } from './waiting-list.tsx';

type PeoplePanelProps = {
  readonly boardId: string;
  /** Leads to all that is to be said of people here. */
  readonly more: ReactNode;
};

/** Who waits at the door, who is inside, and the door itself, beside the board. */
export function PeoplePanel({ boardId, more }: PeoplePanelProps): ReactNode {
  const door = useDoor(boardId);
  if (door.data !== undefined) return <People boardId={boardId} door={door.data} more={more} />;
  if (door.error !== null) return <AskAgain error={door.error} onRetry={() => void door.refetch()} />;
  return <SlowLoading rows={6} />;
}

function People({ boardId, door, more }: PeoplePanelProps & { readonly door: Door }): ReactNode {
  return (
    <div className={styles.panel}>
      <WaitingList boardId={boardId} waiting={door.waiting} />
      <section className={styles.part}>
        <DoorControls boardId={boardId} door={door} />
      </section>
      <InsideList boardId={boardId} inside={door.inside} />
      <section className={styles.part}>{more}</section>
    </div>
  );
}
