import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { CountBadge } from '../../ui/count-badge.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWaiting } from './home-api.ts';
import styles from './to-check-link.module.css';

/** How much waits on all boards, from anywhere, with the way there. Nothing at all when nothing does. */
export function ToCheckLink(): ReactNode {
  const t = useT();
  const boards = useWaiting().data?.boards ?? [];
  const count = boards.reduce((sum, board) => sum + board.count, 0);
  if (count === 0) return null;
  const label = t('nav.toCheck', { count });
  return (
    <Tooltip text={label}>
      <Link href={paths.toCheck} className={styles.link} aria-label={label}>
        <Inbox aria-hidden />
        <CountBadge count={count} />
      </Link>
    </Tooltip>
  );
}
