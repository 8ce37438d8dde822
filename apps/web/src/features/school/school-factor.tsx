import { dayAround } from '@bridgeboard/domain';
import { factorRule } from '@bridgeboard/protocol';
import type { FactorRule, OwnSchool } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { useNow } from '../../lib/use-now.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { Failure } from './failure.tsx';
import { lacksFactor } from './lacks-factor.ts';
import { fieldOf } from './read-fields.ts';
import { useChangeFactor } from './school-api.ts';
import styles from './school.module.css';

type FactorProps = { readonly own: OwnSchool; readonly mayChange: boolean };

/** Which staff of the school may not go without a second step at sign-in, and how many of them have none yet. */
export function SchoolFactor({ own, mayChange }: FactorProps): ReactNode {
  const t = useT();
  const { provider } = own;
  const { factor, timeZone } = own.school;
  const day = formatDate(new Date(factor.from), timeZone, formatLocale());
  const isPast = factor.from <= useNow(60_000);
  const without = own.staff.filter((member) => lacksFactor(member, factor)).length;
  return (
    <ChangeableSection
      id="school-factor"
      title={t('school.factor')}
      lead={t('school.factorLead')}
      changes={t('school.changeFactor')}
      mayChange={mayChange}
      form={(onDone) => <FactorForm rule={factor} zone={timeZone} provider={provider} onDone={onDone} />}
    >
      <RowList labelledBy="school-factor">
        <Row title={t('school.factorOf')} detail={t(`school.factorOf.${factor.of}`)} />
        {factor.of !== 'nobody' && (
          <Row
            title={t('school.factorFrom')}
            detail={t(isPast ? 'school.factorSince' : 'school.factorUntil', { day })}
          />
        )}
        {factor.of !== 'nobody' && mayChange && (
          <Row title={t('school.factorLeft')} detail={t('school.factorWithout', { count: without })} />
        )}
        {factor.of !== 'nobody' && provider !== null && (
          <Row
            title={<bdi>{provider}</bdi>}
            detail={t(factor.providerCounts ? 'school.providerCounts' : 'school.providerCountsNot')}
          />
        )}
      </RowList>
    </ChangeableSection>
  );
}

type FormProps = {
  readonly rule: FactorRule;
  readonly zone: string;
  readonly provider: string | null;
  readonly onDone: () => void;
};

function FactorForm({ rule, zone, provider, onDone }: FormProps): ReactNode {
  const t = useT();
  const [scope, setScope] = useState<string>(rule.of);
  const now = useNow(60_000);
  const change = useChangeFactor(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = factorRule.safeParse({
      of: fieldOf(form, 'of'),
      from: beginningOf(fieldOf(form, 'from'), zone) ?? rule.from,
      providerCounts: provider === null ? rule.providerCounts : form.has('provider'),
    });
    if (read.success && !change.isPending) change.mutate(read.data);
  }
  const choices = factorRule.shape.of.options.map((value) => ({ value, label: t(`school.factorOf.${value}`) }));
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <ChoiceField
        label={t('school.factorOf')}
        name="of"
        choices={choices}
        value={scope}
        autoFocus
        onChange={({ currentTarget }) => setScope(currentTarget.value)}
      />
      {scope !== 'nobody' && (
        <TextField
          label={t('school.factorFrom')}
          hint={t('school.factorFromHint')}
          name="from"
          type="date"
          defaultValue={dateIn(zone, rule.of === 'nobody' ? now : rule.from)}
        />
      )}
      {scope !== 'nobody' && provider !== null && (
        <CheckField
          label={t('school.providerCountsField', { name: provider })}
          name="provider"
          defaultChecked={rule.providerCounts}
        />
      )}
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}

/** The day of the school's own calendar, as a browser's field for dates has it. */
function dateIn(zone: string, at: number): string {
  // Sweden writes dates as the field does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(at);
}

/** When a day begins at the school, or null where none was chosen. */
function beginningOf(date: string, zone: string): number | null {
  const noon = Date.parse(`${date}T12:00Z`);
  if (Number.isNaN(noon)) return null;
  const near = [noon - 86_400_000, noon, noon + 86_400_000].find((at) => dateIn(zone, at) === date);
  return dayAround(zone, near ?? noon).from;
}
