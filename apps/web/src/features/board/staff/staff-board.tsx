import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { CountBadge } from '../../../ui/count-badge.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useBoard } from '../board-context.ts';
import { BoardNotices } from '../board-notices.tsx';
import { BoardStage } from '../board-stage.tsx';
import { stoppedByOthers } from '../notices.ts';
import { Toolbar } from '../toolbar/toolbar.tsx';
import { ZoomControl } from '../toolbar/zoom-control.tsx';
import { useObservable } from '../use-observable.ts';
import { LessonBar } from './lesson-bar.tsx';
import { AuthorsSwitch, FreezeSwitch, StopSwitch } from './lesson-switches.tsx';
import { PointerSwitch } from './pointer-switch.tsx';
import styles from './staff-board.module.css';
import { StaffTopBar } from './staff-top-bar.tsx';

/** What other features put on the staff's board page. */
export type StaffBoardSlots = {
  /** The queue beside the board; `refreshSignal` changes whenever the board hears of a case. */
  readonly queue: (about: { refreshSignal: unknown; schools: number }) => ReactNode;
  /** Who waits and who is inside. */
  readonly people: ReactNode;
  /** Buttons of the lesson bar; `onShowPeople` opens the people beside the board. */
  readonly lesson: (about: { onShowPeople: () => void }) => ReactNode;
  /** The share button of the top bar. */
  readonly share: ReactNode;
};

type PanelTab = 'queue' | 'people';

/** Beside the board there is room for the panel from here on; on smaller screens it opens when asked for. */
const roomForPanel = '(min-width: 1100px)';

type StaffBoardProps = { readonly slots: StaffBoardSlots; readonly onLeave: () => void };

/** A live board as staff see it: the board, what waits beside it, the lesson below. */
export function StaffBoard({ slots, onLeave }: StaffBoardProps): ReactNode {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [panel, setPanel] = useState<PanelTab | null>(() => (matchMedia(roomForPanel).matches ? 'queue' : null));
  const waiting = useWaitingCount();
  const { session, you } = useBoard();
  // Who sees nothing of the board neither draws on it nor decides (P39).
  const isOut = stoppedByOthers(useObservable(session.rules), you.school).length > 0;
  return (
    <div className={styles.page}>
      <StaffTopBar
        editor={editor}
        waiting={waiting}
        isQueueOpen={panel === 'queue'}
        onQueue={() => setPanel(panel === 'queue' ? null : 'queue')}
        share={slots.share}
        onLeave={onLeave}
      />
      <BoardNotices />
      <div className={styles.body}>
        <BoardStage
          editor={editor}
          onReady={setEditor}
          startWith="select"
          corner={(ready) => <ZoomControl editor={ready} />}
          middle={(ready) => (
            <>
              <LessonBar>
                {slots.lesson({ onShowPeople: () => setPanel('people') })}
                <PointerSwitch />
                <AuthorsSwitch />
                <FreezeSwitch />
                <StopSwitch />
              </LessonBar>
              {!isOut && <Toolbar editor={ready} forWhom="staff" />}
            </>
          )}
        />
        {panel !== null && !isOut && <SidePanel tab={panel} onTab={setPanel} slots={slots} waiting={waiting} />}
      </div>
    </div>
  );
}

/** How many closed bursts wait for a decision: staff's own school's, for no others reach this page. */
function useWaitingCount(): number {
  const { session } = useBoard();
  const cases = useObservable(session.cases);
  return [...cases.values()].filter(({ status }) => status === 'waiting').length;
}

type SidePanelProps = {
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly slots: StaffBoardSlots;
  readonly waiting: number;
};

function SidePanel({ tab, onTab, slots, waiting }: SidePanelProps): ReactNode {
  const t = useT();
  const { session, schools } = useBoard();
  const refreshSignal = useObservable(session.cases);
  const queue = slots.queue({ refreshSignal, schools: schools.length });
  return (
    <aside className={styles.panel} aria-label={t('board.panel')}>
      <Tabs
        label={t('board.panel')}
        value={tab}
        onChange={onTab}
        tabs={[
          { id: 'queue', label: t('board.queue'), badge: <CountBadge count={waiting} />, content: queue },
          { id: 'people', label: t('board.people'), content: slots.people },
        ]}
      />
    </aside>
  );
}
