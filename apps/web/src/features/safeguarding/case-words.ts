import type { ConcernBrief } from '@bridgeboard/protocol';
import { Check, Clock, Eye, Inbox } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

import { formatClock, formatDay } from '../../i18n/format-time.ts';
import type { Translate } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';

/** "Monday 30 November, 10:00" by the clock of the school. */
export function whenOf(at: number, timeZone: string, t: Translate): string {
  const locale = formatLocale();
  const date = new Date(at);
  return t('concern.whenClock', {
    day: formatDay(date, timeZone, locale),
    clock: formatClock(date, timeZone, locale),
  });
}

/** How a state looks in a list. */
export const statusLooks = {
  received: { icon: Inbox, tone: 'wait' },
  seen: { icon: Eye, tone: 'wait' },
  'in hand': { icon: Clock, tone: 'accent' },
  closed: { icon: Check, tone: 'plain' },
} as const satisfies Record<ConcernBrief['status'], { icon: LucideIcon; tone: string }>;
