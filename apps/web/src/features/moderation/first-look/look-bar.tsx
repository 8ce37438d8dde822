import { Check, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import styles from '../decision-bar.module.css';
import { Moves } from '../moves.tsx';
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
      <Moves desk={desk} />
    </div>
  );
}
