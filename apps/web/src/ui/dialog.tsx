import { Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';

import styles from './dialog.module.css';

type DialogProps = {
  readonly title: string;
  /** By Esc, or a touch beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A question that has to be answered before anything else, in the middle of the page. It is open as long as it is there. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.veil} />
        <RadixDialog.Content className={styles.sheet} aria-describedby={undefined}>
          <RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
