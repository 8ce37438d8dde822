import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import styles from './back-link.module.css';
import { buttonClass } from './button-look.ts';

type BackLinkProps = {
  readonly href: string;
  /** Where it leads, for whoever only hears it. */
  readonly label: string;
};

/** The arrow at the beginning of a top bar. */
export function BackLink({ href, label }: BackLinkProps): ReactNode {
  return (
    <Link href={href} aria-label={label} className={buttonClass({ look: 'plain', iconOnly: true })}>
      <ArrowLeft aria-hidden className={styles.arrow} />
    </Link>
  );
}
