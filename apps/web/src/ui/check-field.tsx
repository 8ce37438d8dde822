import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import styles from './check-field.module.css';

type CheckFieldProps = Omit<ComponentProps<'input'>, 'className' | 'type'> & {
  readonly label: string;
  readonly hint?: string;
};

/** Something that is so or is not, as a field of a form. */
export function CheckField({ label, hint, ...rest }: CheckFieldProps): ReactNode {
  const id = useId();
  return (
    <label className={styles.check}>
      <input {...rest} type="checkbox" {...(hint === undefined ? {} : { 'aria-describedby': id })} />
      <span>
        {label}
        {hint !== undefined && (
          <span id={id} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
