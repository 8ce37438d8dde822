import { schoolRules, strictRules } from '@bridgeboard/protocol';
import type { SchoolRules } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, focusFirst, minutesOf, timeOf } from './read-fields.ts';
import { choicesOf, chosenRules } from './rule-words.ts';
import { useChangeRules } from './school-api.ts';
import styles from './school.module.css';

/** All rules of a school, changed at once. */
export function RulesForm({ rules, onDone }: { rules: SchoolRules; onDone: () => void }): ReactNode {
  const t = useT();
  const change = useChangeRules(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  const [problem, setProblem] = useState<'to' | 'keepMonths'>();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readRules(new FormData(event.currentTarget));
    const wrong = 'wrong' in read ? read.wrong : undefined;
    setProblem(wrong);
    if (wrong !== undefined) focusFirst(event.currentTarget, [wrong]);
    if ('wrong' in read || change.isPending) return;
    change.mutate(read);
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      {chosenRules.map((rule) => (
        <ChoiceField
          key={rule}
          label={t(`charter.line.${rule}`)}
          name={rule}
          autoFocus={rule === chosenRules[0]}
          choices={choicesOf(rule, t)}
          defaultValue={rules[rule]}
        />
      ))}
      <HoursFields hours={rules.hours} isWrong={problem === 'to'} />
      <TextField
        label={t('charter.line.keepMonths')}
        hint={t('school.keepMonthsHint')}
        name="keepMonths"
        type="number"
        min={1}
        max={36}
        defaultValue={rules.keepMonths}
        problem={problem === 'keepMonths' ? t('school.keepMonthsProblem') : undefined}
      />
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}

function HoursFields({ hours, isWrong }: { hours: SchoolRules['hours']; isWrong: boolean }): ReactNode {
  const t = useT();
  const [isAnyTime, setAnyTime] = useState(hours === null);
  const { from, to } = hours ?? strictRules.hours ?? { from: 0, to: 1_440 };
  return (
    <fieldset className={styles.group}>
      <legend>{t('charter.line.hours')}</legend>
      <CheckField
        label={t('charter.hours.any')}
        name="anyTime"
        checked={isAnyTime}
        onChange={(event) => setAnyTime(event.currentTarget.checked)}
      />
      {!isAnyTime && (
        <div className={styles.pair}>
          <TextField label={t('charter.hours.from')} name="from" type="time" defaultValue={timeOf(from)} />
          <TextField
            label={t('charter.hours.to')}
            name="to"
            type="time"
            defaultValue={timeOf(to)}
            problem={isWrong ? t('charter.hours.order') : undefined}
          />
        </div>
      )}
    </fieldset>
  );
}

/** The rules as they stand in the form, or the field that cannot be so. */
function readRules(form: FormData): SchoolRules | { wrong: 'to' | 'keepMonths' } {
  const hours = form.has('anyTime')
    ? null
    : { from: minutesOf(fieldOf(form, 'from')), to: minutesOf(fieldOf(form, 'to')) };
  const chosen = Object.fromEntries(chosenRules.map((rule) => [rule, fieldOf(form, rule)]));
  const read = schoolRules.safeParse({ ...chosen, hours, keepMonths: Number(fieldOf(form, 'keepMonths')) });
  if (read.success) return read.data;
  return { wrong: read.error.issues[0]?.path[0] === 'keepMonths' ? 'keepMonths' : 'to' };
}
