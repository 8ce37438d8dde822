import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './text-field.module.css';

type TextFieldProps = Omit<ComponentProps<'input'>, 'className' | 'size'> & {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right; empty when all is well. */
  readonly problem?: string | undefined;
  /** 48 px, for pupils. */
  readonly size?: 'control' | 'touch';
  /** A button that does something with the text, on the line of the field itself. */
  readonly beside?: ReactNode;
};

/** One line of text with its label above it, always visible. */
export function TextField({ label, hint, problem, size, beside, id, ...rest }: TextFieldProps): ReactNode {
  const fallbackId = useId();
  const fieldId = id ?? fallbackId;
  const hasProblem = problem !== undefined && problem !== '';
  const describedBy = [hint !== undefined && `${fieldId}-hint`, hasProblem && `${fieldId}-problem`]
    .filter(Boolean)
    .join(' ');
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
      <div className={styles.line}>
        <input
          {...rest}
          id={fieldId}
          className={classNames(styles.input, size === 'touch' && styles.touch)}
          aria-invalid={hasProblem}
          {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        />
        {beside}
      </div>
      <p className={styles.problem} id={`${fieldId}-problem`} aria-live="polite">
        {hasProblem && (
          <>
            <CircleAlert aria-hidden /> {problem}
          </>
        )}
      </p>
    </div>
  );
}
