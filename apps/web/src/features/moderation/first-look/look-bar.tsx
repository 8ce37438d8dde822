import { Check, EyeOff, SkipForward, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import styles from '../decision-bar.module.css';
import type { LookDesk } from './use-look-desk.ts';

/** The one act of the list that is shown, the next piece, and the way back. Each says its key. */
export function LookBar({ desk }: { readonly desk: LookDesk }): ReactNode {
  const t = useT();
  const isWaiting = desk.list === 'waiting';
  const letter = isWaiting ? 'A' : 'T';
  return (
    <div className={styles.page}>
      <div className={styles.approve}>
        <Button
          look={isWaiting ? 'primary' : 'quiet'}
          wide
          icon={isWaiting ? Check : EyeOff}
          aria-keyshortcuts={letter}
          after={<KeyCap>{letter}</KeyCap>}
          onClick={() => desk.act()}
        >
          {t(isWaiting ? 'look.show' : 'look.takeBack')}
        </Button>
      </div>
      <div className={styles.moves}>
        <Button
          look="plain"
          icon={SkipForward}
          aria-keyshortcuts="J"
          after={<KeyCap>J</KeyCap>}
          unavailable={desk.items.length < 2 ? t('queue.noNext') : undefined}
          onClick={desk.next}
        >
          {t('queue.next')}
        </Button>
        <Button
          look="plain"
          icon={Undo2}
          aria-keyshortcuts="Z"
          after={<KeyCap>Z</KeyCap>}
          unavailable={desk.canUndo ? undefined : t('queue.nothingToUndo')}
          onClick={desk.undo}
        >
          {t('app.undo')}
        </Button>
      </div>
    </div>
  );
}
