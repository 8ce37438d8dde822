import { Popover as RadixPopover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import floating from './floating.module.css';

type PopoverProps = {
  readonly trigger: ReactElement;
  /** Its name, read aloud when it opens. */
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
};

/** Something small to read or fill in, beside its button. Esc closes it and the focus goes back. */
export function Popover({ trigger, label, align = 'end', open, onOpenChange, children }: PopoverProps): ReactNode {
  return (
    <RadixPopover.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          className={classNames(floating.panel, floating.roomy)}
          align={align}
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
