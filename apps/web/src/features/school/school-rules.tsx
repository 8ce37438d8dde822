import type { SchoolRules } from '@bridgeboard/protocol';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { Section } from '../../ui/section.tsx';
import { choicesOf, chosenRules, hoursWords } from './rule-words.ts';
import { RulesForm } from './rules-form.tsx';

/** What holds for the school's pupils; administrators change it, all staff read it. */
export function OwnRules({ rules, mayChange }: { rules: SchoolRules; mayChange: boolean }): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState<boolean>();
  const change = (
    <Button
      icon={Pencil}
      autoFocus={isOpen === false}
      onClick={() => setOpen(true)}
      aria-label={t('school.changeRules')}
    >
      {t('school.change')}
    </Button>
  );
  return (
    <Section
      id="school-rules"
      title={t('school.rules')}
      lead={t('school.rulesLead')}
      end={mayChange && isOpen !== true ? change : undefined}
    >
      {isOpen === true ? <RulesForm rules={rules} onDone={() => setOpen(false)} /> : <RuleRows rules={rules} />}
    </Section>
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
