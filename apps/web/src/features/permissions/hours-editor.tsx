import { shortestOpening, type OpeningHours } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { clockOf, minutesOf } from '../../lib/clock-field.ts';
import styles from './hours-editor.module.css';
import { dayInWords } from './permission-words.ts';
import { SwitchRow } from './switch-row.tsx';

const schoolWeek: OpeningHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 16 * 60 };
const week = [1, 2, 3, 4, 5, 6, 7];

type HoursEditorProps = {
  readonly hours: OpeningHours | null;
  /** Whose clocks count. */
  readonly place: string;
  readonly onChange: (hours: OpeningHours | null) => void;
};

/** When the own pupils may draw: any time, or on some days between two times by the school's own clocks. */
export function HoursEditor({ hours, place, onChange }: HoursEditorProps): ReactNode {
  const t = useT();
  return (
    <div>
      <SwitchRow
        label={t('permissions.hours')}
        hint={t('permissions.hoursHint', { place })}
        isOn={hours !== null}
        onChange={(isOn) => onChange(isOn ? schoolWeek : null)}
      />
      {hours !== null && <Times hours={hours} onChange={onChange} />}
    </div>
  );
}

type TimesProps = { readonly hours: OpeningHours; readonly onChange: (hours: OpeningHours) => void };

function Times({ hours, onChange }: TimesProps): ReactNode {
  const t = useT();
  const { days } = hours;
  function toggle(day: number): void {
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
    if (next.length > 0) onChange({ ...hours, days: next });
  }
  return (
    <div className={styles.times}>
      <div role="group" aria-label={t('permissions.days')} className={styles.days}>
        {week.map((day) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-pressed={days.includes(day)}
            onClick={() => toggle(day)}
          >
            {dayInWords(day)}
          </button>
        ))}
      </div>
      <Clock
        label={t('permissions.from')}
        minutes={hours.from}
        onChange={(from) => onChange(fitted({ ...hours, from }))}
      />
      <Clock label={t('permissions.to')} minutes={hours.to} onChange={(to) => onChange(fitted({ ...hours, to }))} />
    </div>
  );
}

/** What ends before it begins is opened for the shortest time there is. */
function fitted(hours: OpeningHours): OpeningHours {
  const from = Math.min(hours.from, 24 * 60 - shortestOpening);
  return { ...hours, from, to: Math.max(hours.to, from + shortestOpening) };
}

type ClockProps = { readonly label: string; readonly minutes: number; readonly onChange: (minutes: number) => void };

/** A time of day. It is taken when the field is left: half a time is none. */
function Clock({ label, minutes, onChange }: ClockProps): ReactNode {
  // A field for a time has no 24:00.
  const known = clockOf(Math.min(minutes, 24 * 60 - 1));
  const [typed, setTyped] = useState<string | null>(null);
  function take(): void {
    const next = minutesOf(typed ?? '');
    setTyped(null);
    if (next !== null && next !== minutes) onChange(next);
  }
  return (
    <label className={styles.clock}>
      {label}
      <input
        type="time"
        className={styles.input}
        value={typed ?? known}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
      />
    </label>
  );
}
