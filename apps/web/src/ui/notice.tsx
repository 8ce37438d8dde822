import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './notice.module.css';

type NoticeProps = {
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly end?: ReactNode;
};

/** Something about safety that somebody ought to see to. */
export function Notice({ children, end }: NoticeProps): ReactNode {
  return (
    <div className={styles.notice}>
      <ShieldAlert aria-hidden />
      <p>{children}</p>
      {end}
    </div>
  );
}
