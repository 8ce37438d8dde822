import type { Door } from '@bridgeboard/protocol';
import { DoorClosed, DoorOpen, QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { writeCode } from '../../front-door/class-code-text.ts';
import { useT } from '../../i18n/translate.ts';
import { AskAgain } from '../../lib/ask-again.tsx';
import { describeFailure } from '../../lib/describe-failure.ts';
import { SlowLoading } from '../../lib/slow-loading.tsx';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { CodeWall } from './code-wall.tsx';
import { useDoor, useOpenDoor } from './door-api.ts';
import styles from './door-panel.module.css';

const choices = ['5', '15', '30', '60'] as const;
const usual = '15';

/** The board's door: open it for some minutes, show the class code, shut it again. */
export function DoorPanel({ boardId }: { readonly boardId: string }): ReactNode {
  const door = useDoor(boardId);
  if (door.data !== undefined) return <DoorControls boardId={boardId} door={door.data} />;
  if (door.error !== null) return <AskAgain error={door.error} onRetry={() => void door.refetch()} />;
  return <SlowLoading rows={3} />;
}

/** The same for whoever has the door already. */
export function DoorControls({ boardId, door }: { readonly boardId: string; readonly door: Door }): ReactNode {
  const t = useT();
  const now = useNow(5_000);
  const openDoor = useOpenDoor(boardId);
  function open(minutes: number): void {
    openDoor.mutate(minutes, { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) });
  }
  const minutesLeft = Math.max(1, Math.round((door.openUntil - now) / 60_000));
  if (door.openUntil <= now) return <ShutDoor isFirst={door.waiting.length === 0} onOpen={open} />;
  return (
    <div className={styles.door}>
      <p className={styles.state}>
        <DoorOpen aria-hidden />
        <span>
          <strong>{t('door.open')}</strong> {t('door.minutesLeft', { count: minutesLeft })}
        </span>
      </p>
      {door.newcomersHeld && (
        <Notice end={<Button onClick={() => open(minutesLeft)}>{t('door.openAnew')}</Button>}>{t('door.held')}</Notice>
      )}
      <dl className={styles.codes}>
        {door.classes.map(({ id, name, code }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd dir="ltr">{writeCode(code)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.row}>
        <CodeWall
          door={door}
          trigger={
            <Button look={door.waiting.length > 0 ? 'quiet' : 'primary'} icon={QrIcon}>
              {t('door.showCode')}
            </Button>
          }
        />
        <Button icon={DoorClosed} onClick={() => open(0)}>
          {t('door.close')}
        </Button>
      </div>
    </div>
  );
}

type ShutDoorProps = {
  /** Nobody waits: opening the door is the thing to do. */
  readonly isFirst: boolean;
  readonly onOpen: (minutes: number) => void;
};

function ShutDoor({ isFirst, onOpen }: ShutDoorProps): ReactNode {
  const t = useT();
  const [minutes, setMinutes] = useState<(typeof choices)[number]>(usual);
  return (
    <div className={styles.door}>
      <p className={styles.state}>
        <DoorClosed aria-hidden />
        <span>
          <strong>{t('door.shut')}</strong> {t('door.shutText')}
        </span>
      </p>
      <div className={styles.row}>
        <Select
          label={t('door.howLong')}
          value={minutes}
          options={choices.map((value) => ({ value, label: t('door.for', { count: Number(value) }) }))}
          onChange={setMinutes}
        />
        <Button look={isFirst ? 'primary' : 'quiet'} icon={DoorOpen} onClick={() => onOpen(Number(minutes))}>
          {t('door.openIt')}
        </Button>
      </div>
    </div>
  );
}
