import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  /** By Esc, or a touch beside it. */
  readonly onClose: () => void;
  /** For something to look at. */
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A question that has to be answered before anything else, in the middle of the page. It is open as long as it is there. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps): ReactNode {
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.veil} />
        <RadixDialog.Content className={classNames(styles.sheet, wide && styles.wide)} aria-describedby={undefined}>
          <RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
