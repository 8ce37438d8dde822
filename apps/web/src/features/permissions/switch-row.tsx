import { useId } from 'react';
import type { ReactNode } from 'react';

import styles from './switch-row.module.css';

type SwitchRowProps = {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** Something that is on or off, said in words; the whole row can be pressed. */
export function SwitchRow({ label, hint, isOn, onChange }: SwitchRowProps): ReactNode {
  const id = useId();
  return (
    <label className={styles.row}>
      <input
        type="checkbox"
        role="switch"
        className={styles.input}
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
        {...(hint === undefined ? {} : { 'aria-describedby': id })}
      />
      <span aria-hidden className={styles.track} />
      <span>
        <span dir="auto">{label}</span>
        {hint !== undefined && (
          <span id={id} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
