import type { OwnSchool } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { listWords } from '../../lib/list-words.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { FactsFields, readFacts } from './facts-fields.tsx';
import { Failure } from './failure.tsx';
import { fieldOf, focusFirst } from './read-fields.ts';
import { useChangeFacts } from './school-api.ts';
import styles from './school.module.css';
import { countryName, languageName, zoneName } from './world-lists.ts';

type School = OwnSchool['school'];

/** What the school is; administrators change it. */
export function SchoolFacts({ school, mayChange }: { school: School; mayChange: boolean }): ReactNode {
  const t = useT();
  return (
    <ChangeableSection
      id="school-facts"
      title={t('school.facts')}
      changes={t('school.changeFacts')}
      mayChange={mayChange}
      form={(onDone) => <FactsForm school={school} onDone={onDone} />}
    >
      <FactRows school={school} />
    </ChangeableSection>
  );
}

function FactRows({ school }: { school: School }): ReactNode {
  const t = useT();
  const locale = formatLocale();
  const languages = school.languages.map((code) => languageName(code, locale));
  return (
    <RowList labelledBy="school-facts">
      <Row title={t('school.name')} detail={<bdi>{school.name}</bdi>} />
      <Row
        title={t('school.where')}
        detail={
          <>
            <bdi>{school.place}</bdi> · {countryName(school.country, locale)}
          </>
        }
      />
      <Row title={t('school.timeZone')} detail={<bdi>{zoneName(school.timeZone)}</bdi>} />
      <Row title={t('school.languages')} detail={listWords(languages)} />
      <Row title={t('school.link')} detail={t(`school.link.${school.link}`)} />
    </RowList>
  );
}

function FactsForm({ school, onDone }: { school: School; onDone: () => void }): ReactNode {
  const t = useT();
  const change = useChangeFacts(() => {
    showToast({ text: t('school.saved') });
    onDone();
  });
  const [missing, setMissing] = useState<readonly string[]>([]);
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = readFacts(form);
    setMissing(read.missing);
    focusFirst(event.currentTarget, read.missing);
    if (read.missing.length > 0 || change.isPending) return;
    const link = fieldOf(form, 'link') === 'weak' ? 'weak' : 'good';
    change.mutate({ ...read.facts, link });
  }
  const links = (['good', 'weak'] as const).map((value) => ({ value, label: t(`school.link.${value}`) }));
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <FactsFields facts={school} missing={missing} />
      <ChoiceField
        label={t('school.link')}
        hint={t('school.linkHint')}
        name="link"
        choices={links}
        defaultValue={school.link}
      />
      <Failure error={change.error} />
      <FormButtons go={t('school.save')} isPending={change.isPending} onCancel={onDone} />
    </form>
  );
}
