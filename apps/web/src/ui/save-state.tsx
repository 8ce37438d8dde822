import { CircleAlert, CloudCheck, CloudUpload, Smartphone } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import { classNames } from './class-names.ts';
import styles from './save-state.module.css';

/**
 * saved: the server has it · saving: on its way · kept: no connection, safe on this device ·
 * notAccepted: refused, kept so that the person can look at it.
 */
type SaveStateName = 'saved' | 'saving' | 'kept' | 'notAccepted';

const states = {
  saved: { icon: CloudCheck, id: 'save.saved' },
  saving: { icon: CloudUpload, id: 'save.saving' },
  kept: { icon: Smartphone, id: 'save.kept' },
  notAccepted: { icon: CircleAlert, id: 'save.notAccepted' },
} as const satisfies Record<SaveStateName, { icon: LucideIcon; id: string }>;

type SaveStateProps = {
  readonly state: SaveStateName;
  /** How many changes; for `kept` and `notAccepted`. */
  readonly count?: number;
};

/** Where the person's work is, in words with an icon, read aloud when it changes. */
export function SaveState({ state, count = 0 }: SaveStateProps): ReactNode {
  const t = useT();
  const { icon: Icon, id } = states[state];
  return (
    <output className={classNames(styles.state, styles[state])}>
      <Icon aria-hidden />
      <span>{t(id, { count })}</span>
    </output>
  );
}
