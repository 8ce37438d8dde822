import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import styles from './lines-field.module.css';

type LinesFieldProps = Omit<ComponentProps<'textarea'>, 'className' | 'id'> & {
  readonly label: string;
  readonly hint: string;
};

/** Several lines of text with their label above them. */
export function LinesField({ label, hint, ...rest }: LinesFieldProps): ReactNode {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`}>{hint}</p>
      <textarea
        {...rest}
        id={id}
        aria-describedby={`${id}-hint`}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
      />
    </div>
  );
}
