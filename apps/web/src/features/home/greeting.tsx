import type { Me, SchoolBrief } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatDay, formatTwoClocks } from '../../i18n/format-time.ts';
import type { MessageId } from '../../i18n/translate.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { hourIn } from './format-changed.ts';
import styles from './greeting.module.css';

type GreetingProps = {
  readonly me: Me;
  readonly partners: readonly SchoolBrief[];
  readonly now: number;
};

/** Good morning, the school's date, and what the clocks of the partners say. */
export function Greeting({ me, partners, now }: GreetingProps): ReactNode {
  const t = useT();
  const locale = formatLocale();
  const at = new Date(now);
  const here = { zone: me.school.timeZone, town: me.school.place };
  return (
    <div className={styles.greeting}>
      <h1>{t(greetingFor(hourIn(now, here.zone)), { name: me.name })}</h1>
      <p className={styles.day}>
        <span>{formatDay(at, here.zone, locale)}</span>
        {partners.map((partner) => (
          <span key={partner.id} className={styles.clock}>
            {formatTwoClocks({ at, here, there: { zone: partner.timeZone, town: partner.place }, locale, say: t })}
          </span>
        ))}
      </p>
    </div>
  );
}

function greetingFor(hour: number): MessageId {
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
}
