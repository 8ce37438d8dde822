import type { Door } from '@bridgeboard/protocol';
import { Clock, DoorClosed, DoorOpen, QrCode as QrIcon, ShieldAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { CountBadge } from '../../ui/count-badge.tsx';
import { Popover } from '../../ui/popover.tsx';
import { CodeWall } from './code-wall.tsx';
import { useDoor } from './door-api.ts';
import { DoorPanel } from './door-panel.tsx';
import styles from './lesson-door.module.css';

type LessonDoorProps = {
  readonly boardId: string;
  /** Opens the list of those who wait, beside the board. */
  readonly onShowPeople: () => void;
};

/** The door in the lesson bar: open it, show the code, and see at a glance that somebody waits. */
export function LessonDoor({ boardId, onShowPeople }: LessonDoorProps): ReactNode {
  const t = useT();
  const now = useNow(5_000);
  const { data: door } = useDoor(boardId);
  const isOpen = door !== undefined && door.openUntil > now;
  return (
    <>
      <Popover
        label={t('door.title')}
        align="start"
        trigger={
          <Button look="plain" icon={doorIcon(door, isOpen)}>
            {t(isOpen ? 'door.isOpen' : 'door.openIt')}
          </Button>
        }
      >
        <div className={styles.popover}>
          <DoorPanel boardId={boardId} />
        </div>
      </Popover>
      {isOpen && (
        <CodeWall
          door={door}
          trigger={
            <Button look="plain" icon={QrIcon}>
              {t('door.showCode')}
            </Button>
          }
        />
      )}
      {door !== undefined && door.waiting.length > 0 && (
        <Button look="plain" icon={Clock} after={<CountBadge count={door.waiting.length} />} onClick={onShowPeople}>
          {t('door.waiting')}
        </Button>
      )}
    </>
  );
}

function doorIcon(door: Door | undefined, isOpen: boolean): LucideIcon {
  if (!isOpen) return DoorClosed;
  return door?.newcomersHeld === true ? ShieldAlert : DoorOpen;
}
