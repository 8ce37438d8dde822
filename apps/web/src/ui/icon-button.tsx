import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

import { buttonClass } from './button-look.ts';
import type { ButtonShape } from './button-look.ts';
import { Tooltip } from './tooltip.tsx';

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'children' | 'aria-label'> &
  Pick<ButtonShape, 'look' | 'size'> & {
    readonly icon: LucideIcon;
    /** Its name, read aloud and shown as a tooltip. */
    readonly label: string;
  };

/** A button without words: only where the place says it all (back, more, close, a drawing tool). */
export function IconButton(props: IconButtonProps): ReactNode {
  const { icon: Icon, label, look = 'plain', size, ...rest } = props;
  return (
    <Tooltip text={label}>
      <button type="button" {...rest} aria-label={label} className={buttonClass({ look, size, iconOnly: true })}>
        <Icon aria-hidden />
      </button>
    </Tooltip>
  );
}
