import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';

import { buttonClass } from './button-look.ts';
import type { ButtonShape } from './button-look.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'disabled'> &
  ButtonShape & {
    readonly icon?: LucideIcon;
    /** After the words: a key cap, a count. */
    readonly after?: ReactNode;
    /** Why it cannot be used now; it stays in the tab order so that everyone can learn why. */
    readonly unavailable?: string | undefined;
  };

/** A button named by what it does. Give it an icon and words; words alone show a stronger edge. */
export function Button(props: ButtonProps): ReactNode {
  const { look, size, wide, stacked, icon: Icon, after, unavailable, children, onClick, ...rest } = props;
  const reasonId = useId();
  const isUnavailable = unavailable !== undefined;
  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    if (isUnavailable) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <>
      <button
        type="button"
        {...rest}
        {...(isUnavailable ? { 'aria-disabled': true, 'aria-describedby': reasonId, title: unavailable } : {})}
        className={buttonClass({ look, size, wide, stacked, hasIcon: Icon !== undefined })}
        onClick={handleClick}
      >
        {Icon !== undefined && <Icon aria-hidden />}
        {children}
        {after}
      </button>
      {isUnavailable && <VisuallyHidden id={reasonId}>{unavailable}</VisuallyHidden>}
    </>
  );
}
