import { Check, Clock, EyeOff, MessageSquare } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../i18n/translate.ts';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

/** wait: amber, a person must act · accent: your turn · plain: a fact · danger: only danger. */
type BadgeTone = 'wait' | 'accent' | 'plain' | 'danger';

type BadgeProps = {
  readonly tone: BadgeTone;
  /** Never without one: colour alone says nothing. */
  readonly icon: LucideIcon;
  readonly children: ReactNode;
};

/** A state in a word, with its icon. */
export function Badge({ tone, icon: Icon, children }: BadgeProps): ReactNode {
  return (
    <span className={classNames(styles.badge, styles[tone])}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** What became of a piece of work, in the words everybody sees. */
export type WorkState = 'waiting' | 'returned' | 'approved' | 'rejected';

const workStates = {
  waiting: { tone: 'wait', icon: Clock, id: 'state.waiting' },
  returned: { tone: 'accent', icon: MessageSquare, id: 'state.returned' },
  approved: { tone: 'plain', icon: Check, id: 'state.approved' },
  rejected: { tone: 'plain', icon: EyeOff, id: 'state.rejected' },
} as const satisfies Record<WorkState, { tone: BadgeTone; icon: LucideIcon; id: string }>;

/** The badge of a piece of work; `children` says more than the usual word ("Waiting for Ms Reed"). */
export function WorkBadge({
  state,
  children,
}: {
  readonly state: WorkState;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT();
  const { tone, icon, id } = workStates[state];
  return (
    <Badge tone={tone} icon={icon}>
      {children ?? t(id)}
    </Badge>
  );
}
