import { SkipForward, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './decision-bar.module.css';

type MovesProps = {
  readonly desk: {
    readonly items: readonly unknown[];
    readonly next: () => void;
    readonly canUndo: boolean;
    readonly undo: () => void;
  };
};

/** The next piece, and the way back. Each says its key. */
export function Moves({ desk }: MovesProps): ReactNode {
  const t = useT();
  return (
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
  );
}
