import { Check } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';

import { pressedLetter } from '../lib/pressed-letter.ts';
import { classNames } from './class-names.ts';
import floating from './floating.module.css';
import { KeyCap } from './key-cap.tsx';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** One line below the label: what it will do. */
  readonly note?: string;
  readonly danger?: boolean;
  /** A tick: the one in force of several. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** The letter that does it while the menu is open. */
  readonly letter?: string;
  readonly onSelect: () => void;
};

type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Groups are divided by a hairline. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly align?: 'start' | 'center' | 'end';
  /** For one that something else opens as well. */
  readonly open?: boolean;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

/** A short list of things to do with what it hangs on. */
export function Menu({ trigger, groups, align = 'end', open, onOpenChange }: MenuProps): ReactNode {
  return (
    <DropdownMenu.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={floating.panel}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onKeyDown={pressLetter}
        >
          {groups.map((items, index) => (
            <DropdownMenu.Group key={items[0]?.id ?? index}>
              {index > 0 && <DropdownMenu.Separator className={floating.rule} />}
              {items.map((item) => (
                <MenuLine key={item.id} item={item} />
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A letter of an item does what the item does; all others look for its first letters, as in every menu. */
function pressLetter(event: KeyboardEvent<HTMLElement>): void {
  const letter = pressedLetter(event);
  const item =
    letter === undefined ? null : event.currentTarget.querySelector(`[data-letter="${letter.toUpperCase()}"]`);
  if (!(item instanceof HTMLElement) || item.hasAttribute('data-disabled')) return;
  event.preventDefault();
  item.click();
}

function MenuLine({ item }: { readonly item: MenuItem }): ReactNode {
  const content = (
    <>
      {item.icon !== undefined && <item.icon aria-hidden />}
      <span>
        {item.label}
        {item.note !== undefined && <span className={floating.note}>{item.note}</span>}
      </span>
      {item.letter !== undefined && (
        <span className={floating.letter}>
          <KeyCap>{item.letter}</KeyCap>
        </span>
      )}
      {item.checked === true && <Check aria-hidden className={floating.check} />}
    </>
  );
  const shared = {
    className: classNames(floating.item, item.danger === true && floating.danger),
    disabled: item.disabled === true,
    onSelect: item.onSelect,
    ...(item.letter === undefined ? {} : { 'data-letter': item.letter, 'aria-keyshortcuts': item.letter }),
  };
  if (item.checked === undefined) return <DropdownMenu.Item {...shared}>{content}</DropdownMenu.Item>;
  return (
    <DropdownMenu.CheckboxItem {...shared} checked={item.checked}>
      {content}
    </DropdownMenu.CheckboxItem>
  );
}
