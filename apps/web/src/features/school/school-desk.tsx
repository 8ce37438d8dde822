import { deskHours } from '@bridgeboard/protocol';
import type { DeskHours } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { dayName, dayNames } from '../../lib/day-names.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, minutesOf, timeOf } from './read-fields.ts';
import { useChangeDesk, useSendsMail } from './school-api.ts';
import styles from './school.module.css';

const week = [1, 2, 3, 4, 5, 6, 7] as const;
/** What an answer may take, in working hours. */
const answers = [1, 2, 4, 8, 16] as const;

/** When the school's safeguarding leads work, which is what everybody who reports something is told. */
export function SchoolDesk({ desk, mayChange }: { desk: DeskHours; mayChange: boolean }): ReactNode {
  const t = useT();
  const sendsMail = useSendsMail();
  return (
    <ChangeableSection
      id="school-desk"
      title={t('school.desk')}
      lead={t('school.deskLead')}
      changes={t('school.changeDesk')}
      mayChange={mayChange}
      form={(onDone) => <DeskForm desk={desk} onDone={onDone} />}
    >
      <RowList labelledBy="school-desk">
        <Row title={t('school.deskDays')} detail={dayNames(desk.days)} />
        <Row title={t('school.deskTimes')} detail={<bdi>{`${timeOf(desk.from)}–${timeOf(desk.to)}`}</bdi>} />
        <Row title={t('school.deskAnswer')} detail={t('school.deskHours', { count: hoursOf(desk.answerMinutes) })} />
        <Row title={t('school.deskWait')} detail={t('school.deskHours', { count: hoursOf(desk.waitMinutes) })} />
        {sendsMail !== null && (
          <Row title={t('school.deskMail')} detail={t(sendsMail ? 'school.deskMailOn' : 'school.deskMailOff')} />
        )}
      </RowList>
    </ChangeableSection>
  );
}

function hoursOf(minutes: number): number {
  return Math.max(1, Math.round(minutes / 60));
}

/** The choice that is nearest to what holds. */
function choiceOf(minutes: number): string {
  return String(answers.findLast((hours) => hours <= hoursOf(minutes)) ?? 1);
}

function DeskForm({ desk, onDone }: { desk: DeskHours; onDone: () => void }): ReactNode {
  const t = useT();
  const change = useChangeDesk(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  const [problem, setProblem] = useState<'days' | 'to'>();
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const read = readDesk(new FormData(event.currentTarget));
    setProblem('wrong' in read ? read.wrong : undefined);
    if (!('wrong' in read) && !change.isPending) change.mutate(read);
  }
  const choices = answers.map((hours) => ({ value: String(hours), label: t('school.deskHours', { count: hours }) }));
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <DayFields days={desk.days} isWrong={problem === 'days'} />
      <div className={styles.pair}>
        <TextField label={t('charter.hours.from')} name="from" type="time" defaultValue={timeOf(desk.from)} />
        <TextField
          label={t('charter.hours.to')}
          name="to"
          type="time"
          defaultValue={timeOf(desk.to)}
          problem={problem === 'to' ? t('charter.hours.order') : undefined}
        />
      </div>
      <ChoiceField
        label={t('school.deskAnswer')}
        name="answer"
        choices={choices}
        defaultValue={choiceOf(desk.answerMinutes)}
      />
      <ChoiceField
        label={t('school.deskWait')}
        name="wait"
        choices={choices}
        defaultValue={choiceOf(desk.waitMinutes)}
      />
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}

function DayFields({ days, isWrong }: { days: readonly number[]; isWrong: boolean }): ReactNode {
  const t = useT();
  return (
    <fieldset className={styles.group}>
      <legend>{t('school.deskDays')}</legend>
      <div className={styles.chips}>
        {week.map((day) => (
          <CheckField
            key={day}
            label={dayName(day, 'long')}
            name="day"
            value={day}
            defaultChecked={days.includes(day)}
          />
        ))}
      </div>
      {isWrong && <p role="alert">{t('school.deskNoDay')}</p>}
    </fieldset>
  );
}

/** The hours as they stand in the form, or what cannot be so. */
function readDesk(form: FormData): DeskHours | { wrong: 'days' | 'to' } {
  const read = deskHours.safeParse({
    days: form.getAll('day').map(Number),
    from: minutesOf(fieldOf(form, 'from')),
    to: minutesOf(fieldOf(form, 'to')),
    answerMinutes: Number(fieldOf(form, 'answer')) * 60,
    waitMinutes: Number(fieldOf(form, 'wait')) * 60,
  });
  if (read.success) return read.data;
  return { wrong: read.error.issues[0]?.path[0] === 'days' ? 'days' : 'to' };
}
