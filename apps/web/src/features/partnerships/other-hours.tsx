import type { OpenHours } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';

import { clockOf, minutesOf } from '../../lib/clock-field.ts';
import { Button } from '../../ui/button.tsx';
import styles from './other-hours.module.css';
import { useSpeech } from './speech.ts';

type OtherHoursProps = {
  readonly hours: OpenHours | null;
  readonly onChosen: (hours: OpenHours) => void;
  readonly onCancel: () => void;
};

/** Two times of the school's own day. */
export function OtherHours({ hours, onChosen, onCancel }: OtherHoursProps): ReactNode {
  const { t } = useSpeech();
  const [from, setFrom] = useState(clockOf(hours?.from ?? 480));
  const [to, setTo] = useState(clockOf(hours?.to ?? 960));
  const chosen = { from: minutesOf(from) ?? 0, to: minutesOf(to) ?? 0 };
  const isDay = chosen.from < chosen.to;
  function handleSubmit(event: SyntheticEvent): void {
    event.preventDefault();
    if (isDay) onChosen(chosen);
  }
  return (
    <form className={styles.hours} onSubmit={handleSubmit}>
      <label>
        {t('charter.hours.from')}
        <input type="time" value={from} required onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        {t('charter.hours.to')}
        <input type="time" value={to} required onChange={(event) => setTo(event.target.value)} />
      </label>
      <Button type="submit" unavailable={isDay ? undefined : t('charter.hours.order')}>
        {t('charter.hours.set')}
      </Button>
      <Button look="plain" onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </form>
  );
}
