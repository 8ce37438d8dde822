import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './name-form.module.css';

type NameFormProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly maxLength: number;
  /** What the button does. */
  readonly action: string;
  /** Said where the field is empty. */
  readonly emptyProblem: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onName: (name: string) => void;
};

/** One name and one button, in a popover: a new class, another name for a class or a pupil. */
export function NameForm(props: NameFormProps): ReactNode {
  const t = useT();
  const [isEmpty, setIsEmpty] = useState(false);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsEmpty(name === '');
    if (name !== '' && !props.isPending) props.onName(name);
  }
  const failure = props.error === null ? undefined : describeFailure(props.error, t);
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={props.label}
        hint={props.hint}
        name="name"
        defaultValue={props.value ?? ''}
        maxLength={props.maxLength}
        autoComplete="off"
        dir="auto"
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        problem={isEmpty ? props.emptyProblem : failure}
      />
      <Button type="submit" look="primary" wide unavailable={props.isPending ? t('classes.saving') : undefined}>
        {props.action}
      </Button>
    </form>
  );
}
