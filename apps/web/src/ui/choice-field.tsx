import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import styles from './text-field.module.css';

export type Choice = { readonly value: string; readonly label: string };

type ChoiceFieldProps = Omit<ComponentProps<'select'>, 'className' | 'size'> & {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choices: readonly Choice[];
};

/** One of several, as a field of a form. The browser's own list: it is found by typing, also among four hundred. */
export function ChoiceField({ label, hint, choices, id, ...rest }: ChoiceFieldProps): ReactNode {
  const fallbackId = useId();
  const fieldId = id ?? fallbackId;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={fieldId}>
        {label}
      </label>
      {hint !== undefined && (
        <p className={styles.hint} id={`${fieldId}-hint`}>
          {hint}
        </p>
      )}
      <select
        {...rest}
        id={fieldId}
        className={styles.input}
        {...(hint === undefined ? {} : { 'aria-describedby': `${fieldId}-hint` })}
      >
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
