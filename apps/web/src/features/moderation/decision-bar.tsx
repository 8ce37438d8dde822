import type { Verdict } from '@bridgeboard/protocol';
import { Check, GraduationCap, Reply, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import type { MessageId } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './decision-bar.module.css';
import { Moves } from './moves.tsx';
import type { QueueDesk } from './use-queue-desk.ts';

type Choice = {
  readonly verdict: Verdict;
  readonly icon: LucideIcon;
  readonly label: MessageId;
  readonly letter: string;
};

const choices: readonly Choice[] = [
  { verdict: 'school', icon: GraduationCap, label: 'queue.onlySchool', letter: 'C' },
  { verdict: 'return', icon: Reply, label: 'queue.sendBack', letter: 'S' },
  { verdict: 'reject', icon: X, label: 'queue.reject', letter: 'R' },
];

type DecisionBarProps = {
  readonly desk: QueueDesk;
  /** page: in a row with Next and Undo, at the thumb on a phone · panel: narrow, beside the board. */
  readonly place: 'page' | 'panel';
  /** How many schools share the board: "both" for two. */
  readonly schools: number;
};

/** The four decisions. Approve is the one filled button; each says its key. */
export function DecisionBar({ desk, place, schools }: DecisionBarProps): ReactNode {
  const t = useT();
  const still = desk.current?.status === 'drawing' ? t('error.STILL_DRAWING') : undefined;
  return (
    <div className={styles[place]}>
      <div className={styles.approve}>
        <Button
          look="primary"
          wide
          icon={Check}
          aria-keyshortcuts="A"
          after={<KeyCap>A</KeyCap>}
          unavailable={still}
          onClick={() => desk.decide('board')}
        >
          {t('queue.approve', { schools })}
        </Button>
      </div>
      <div className={styles.others}>
        {choices.map(({ verdict, icon: Icon, label, letter }) => (
          <Button
            key={verdict}
            aria-keyshortcuts={letter}
            after={<KeyCap>{letter}</KeyCap>}
            unavailable={still}
            onClick={() => desk.decide(verdict)}
          >
            <Icon aria-hidden className={verdict === 'return' ? styles.turned : undefined} />
            {t(label)}
          </Button>
        ))}
      </div>
      {place === 'page' && <Moves desk={desk} />}
    </div>
  );
}
