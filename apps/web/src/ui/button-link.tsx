import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { buttonClass } from './button-look.ts';
import type { ButtonShape } from './button-look.ts';

type ButtonLinkProps = ButtonShape & {
  /** A path of `app/paths.ts`. */
  readonly href: string;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
};

/** A link that looks like a button, for going somewhere: middle click and "open in a new tab" keep working. */
export function ButtonLink(props: ButtonLinkProps): ReactNode {
  const { href, icon: Icon, children, ...shape } = props;
  return (
    <Link href={href} className={buttonClass({ ...shape, hasIcon: Icon !== undefined })}>
      {Icon !== undefined && <Icon aria-hidden />}
      {children}
    </Link>
  );
}
