import type { ConcernBrief } from '@bridgeboard/protocol';
import { Check, Clock, Eye, Inbox } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** How a state looks in a list. */
export const statusLooks = {
  received: { icon: Inbox, tone: 'wait' },
  seen: { icon: Eye, tone: 'wait' },
  'in hand': { icon: Clock, tone: 'accent' },
  closed: { icon: Check, tone: 'plain' },
} as const satisfies Record<ConcernBrief['status'], { icon: LucideIcon; tone: string }>;
