import { trustAfter, usualTrustAfter } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, focusFirst } from './read-fields.ts';
import { useChangeTrust } from './school-api.ts';
import styles from './school.module.css';

type TrustProps = { readonly after: number | null; readonly mayChange: boolean };

/** How pupils of the school come to be trusted; administrators change it. */
export function OwnTrust({ after, mayChange }: TrustProps): ReactNode {
  const t = useT();
  return (
    <ChangeableSection
      id="school-trust"
      title={t('trust.title')}
      lead={t('trust.schoolLead')}
      changes={t('trust.change')}
      mayChange={mayChange}
      form={(onDone) => <TrustForm after={after} onDone={onDone} />}
    >
      <RowList labelledBy="school-trust">
        <Row
          title={t('trust.after')}
          detail={after === null ? t('trust.risesNever') : t('trust.rises', { count: after })}
        />
      </RowList>
    </ChangeableSection>
  );
}

function TrustForm({ after, onDone }: { readonly after: number | null; readonly onDone: () => void }): ReactNode {
  const t = useT();
  const [isNever, setNever] = useState(after === null);
  const [isWrong, setWrong] = useState(false);
  const change = useChangeTrust(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = trustAfter.safeParse(isNever ? null : Number(fieldOf(form, 'after')));
    setWrong(!read.success);
    if (!read.success) focusFirst(event.currentTarget, ['after']);
    else if (!change.isPending) change.mutate(read.data);
  }
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <CheckField
        label={t('trust.never')}
        checked={isNever}
        autoFocus
        onChange={({ currentTarget }) => setNever(currentTarget.checked)}
      />
      {!isNever && (
        <TextField
          label={t('trust.after')}
          name="after"
          type="number"
          min={1}
          max={100}
          defaultValue={after ?? usualTrustAfter}
          problem={isWrong ? t('trust.afterProblem') : undefined}
        />
      )}
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}
