import { Tooltip as RadixTooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

import styles from './tooltip.module.css';

type TooltipProps = {
  readonly text: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  /** One element that can take the focus. */
  readonly children: ReactElement;
};

/** Says in words what a control does. Never the only place of something a person must know: fingers do not hover. */
export function Tooltip({ text, side = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <RadixTooltip.Root>
      <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
      <RadixTooltip.Portal>
        <RadixTooltip.Content className={styles.content} side={side} sideOffset={6} collisionPadding={8}>
          {text}
        </RadixTooltip.Content>
      </RadixTooltip.Portal>
    </RadixTooltip.Root>
  );
}
