import type { SchoolRules } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { paths } from '../../app/paths.ts';
import { useT } from '../../i18n/translate.ts';
import { Row, RowList } from '../../ui/row-list.tsx';
import { ChangeableSection } from './changeable-section.tsx';
import { choicesOf, chosenRules, hoursWords } from './rule-words.ts';
import { RulesForm } from './rules-form.tsx';

/** What holds for the school's pupils; administrators change it, all staff read it. */
export function OwnRules({ rules, mayChange }: { rules: SchoolRules; mayChange: boolean }): ReactNode {
  const t = useT();
  return (
    <ChangeableSection
      id="school-rules"
      title={t('school.rules')}
      lead={t('school.rulesLead')}
      changes={t('school.changeRules')}
      mayChange={mayChange}
      form={(onDone) => <RulesForm rules={rules} onDone={onDone} />}
    >
      <RuleRows rules={rules} />
      <p>
        <Link href={paths.kept}>{t('archive.how')}</Link>
      </p>
    </ChangeableSection>
  );
}

function RuleRows({ rules }: { rules: SchoolRules }): ReactNode {
  const t = useT();
  return (
    <RowList labelledBy="school-rules">
      {chosenRules.map((rule) => (
        <Row
          key={rule}
          title={t(`charter.line.${rule}`)}
          detail={choicesOf(rule, t).find(({ value }) => value === rules[rule])?.label}
        />
      ))}
      <Row title={t('charter.line.hours')} detail={<bdi>{hoursWords(rules.hours, t)}</bdi>} />
      <Row title={t('charter.line.keepMonths')} detail={t('charter.keepMonths', { count: rules.keepMonths })} />
    </RowList>
  );
}
