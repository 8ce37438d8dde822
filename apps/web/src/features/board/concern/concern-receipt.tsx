import type { ConcernReceipt as Receipt } from '@bridgeboard/protocol';
import { ArrowRight, CalendarClock, EyeOff, HeartHandshake, PhoneCall } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { formatClock, formatDay } from '../../../i18n/format-time.ts';
import { useT } from '../../../i18n/translate.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { formatLocale } from '../../../lib/format-locale.ts';
import { listWords } from '../../../lib/list-words.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './concern-receipt.module.css';

type ConcernReceiptProps = {
  readonly receipt: Receipt;
  readonly isPiece: boolean;
  readonly onClose: () => void;
};

/** It has arrived: who looks at it, by when, and what to do if that is too late. */
export function ConcernReceipt({ receipt, isPiece, onClose }: ConcernReceiptProps): ReactNode {
  const t = useT();
  return (
    <div className={styles.receipt} role="status">
      <Line icon={CalendarClock}>{whoWords(receipt, t)}</Line>
      {isPiece && <Line icon={EyeOff}>{t('concern.gone')}</Line>}
      <Line icon={HeartHandshake}>{t('concern.lead')}</Line>
      <Line icon={PhoneCall}>{t('concern.now')}</Line>
      <Button look="primary" size="touch" wide autoFocus icon={ArrowRight} onClick={onClose}>
        {t('concern.close')}
      </Button>
    </div>
  );
}

function Line({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }): ReactNode {
  return (
    <p className={styles.line}>
      <Icon aria-hidden />
      <span>{children}</span>
    </p>
  );
}

function whoWords({ who, standIn, by, timeZone }: Receipt, t: Translate): string {
  if (who.length === 0) return t('concern.whoNobody');
  const at = new Date(by);
  const locale = formatLocale();
  const day = formatDay(at, timeZone, locale);
  const when = t('concern.whenClock', { day, clock: formatClock(at, timeZone, locale) });
  return t(standIn ? 'concern.whoStandIn' : 'concern.who', { names: listWords(who), when });
}
