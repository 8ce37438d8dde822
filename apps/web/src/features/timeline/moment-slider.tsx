import type { TimelineMoment } from '@bridgeboard/protocol';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Lesson } from './moment-words.ts';
import { whatOf, whenOf } from './moment-words.ts';
import styles from './moment-slider.module.css';

type MomentSliderProps = {
  readonly moments: readonly TimelineMoment[];
  readonly lessons: readonly Lesson[];
  readonly zone: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** All moments of a board's past, one beside the other: arrows go to the next, Page keys further, Home and End to the ends. */
export function MomentSlider({ moments, lessons, zone, value, onChange }: MomentSliderProps): ReactNode {
  const t = useT();
  const last = moments.length - 1;
  const moment = moments[value];
  const place = (at: number): { insetInlineStart: string } => ({
    insetInlineStart: `${last === 0 ? 0 : (at / last) * 100}%`,
  });
  return (
    <div className={styles.row}>
      <span className={styles.turned}>
        <IconButton
          icon={ChevronLeft}
          label={t('timeline.earlier')}
          disabled={value === 0}
          onClick={() => onChange(value - 1)}
        />
      </span>
      <div className={styles.track}>
        <input
          type="range"
          className={styles.range}
          aria-label={t('timeline.slider')}
          aria-valuetext={moment && `${whenOf(moment.at, zone)}: ${whatOf(moment, t)}`}
          min={0}
          max={last}
          step={1}
          value={value}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
        />
        <div aria-hidden className={styles.marks}>
          {lessons.map(({ start }) => (
            <span key={`lesson ${start}`} className={styles.lesson} style={place(start)} />
          ))}
          {moments.map(({ marks, at }, index) =>
            marks.length > 0 ? <span key={at} className={styles.mark} style={place(index)} /> : null,
          )}
        </div>
      </div>
      <span className={styles.turned}>
        <IconButton
          icon={ChevronRight}
          label={t('timeline.later')}
          disabled={value === last}
          onClick={() => onChange(value + 1)}
        />
      </span>
    </div>
  );
}
