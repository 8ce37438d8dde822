import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

import styles from './chip.module.css';

type ChipProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly icon?: LucideIcon;
};

/** A phrase to take with one tap: a note to a pupil, a filter. `aria-pressed` marks the one in force. */
export function Chip({ icon: Icon, children, ...rest }: ChipProps): ReactNode {
  return (
    <button type="button" {...rest} className={styles.chip}>
      {Icon !== undefined && <Icon aria-hidden />}
      {children}
    </button>
  );
}
