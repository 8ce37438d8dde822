import type { AuditView } from '@bridgeboard/protocol';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { actGroups, iconOfGroup, type ActGroup } from './act-groups.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './activity.module.css';

/** What the page shows of the log; empty means all. */
export type Filters = {
  readonly what: ActGroup | 'all';
  readonly person: string;
  /** Of somebody who is not on the list of staff. */
  readonly personName: string;
  readonly board: string;
  readonly day: string;
};

export const everything: Filters = { what: 'all', person: '', personName: '', board: '', day: '' };

type FiltersProps = Pick<AuditView, 'staff' | 'boards'> & {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
};

/** A select knows no empty value. */
const all = 'all';

/** Choosing among the lines: by what was done, by whom or to whom, where, and on which day. */
export function ActivityFilters({ filters, staff, boards, onChange }: FiltersProps): ReactNode {
  const t = useT();
  const isListed = filters.person === '' || staff.some(({ id }) => id === filters.person);
  const people = isListed ? staff : [{ id: filters.person, name: filters.personName }, ...staff];
  return (
    <fieldset className={styles.filters}>
      <legend>
        <VisuallyHidden>{t('audit.filter')}</VisuallyHidden>
      </legend>
      <Choice label={t('audit.filter.what')}>
        <Select
          label={t('audit.filter.what')}
          value={filters.what}
          options={[
            { value: all, label: t('audit.filter.allActs') },
            ...actGroups.map((group) => ({ value: group, label: t(`audit.group.${group}`), icon: iconOfGroup[group] })),
          ]}
          onChange={(what) => onChange({ ...filters, what })}
        />
      </Choice>
      <Choice label={t('audit.filter.who')}>
        <Select
          label={t('audit.filter.who')}
          value={filters.person || all}
          options={[
            { value: all, label: t('audit.filter.everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(person) => onChange({ ...filters, person: person === all ? '' : person })}
        />
      </Choice>
      <Choice label={t('audit.filter.board')}>
        <Select
          label={t('audit.filter.board')}
          value={filters.board || all}
          options={[
            { value: all, label: t('audit.filter.allBoards') },
            ...boards.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(board) => onChange({ ...filters, board: board === all ? '' : board })}
        />
      </Choice>
      <label className={styles.choice}>
        <span className={styles.label}>{t('audit.filter.day')}</span>
        <input
          type="date"
          className={styles.date}
          value={filters.day}
          onChange={(event) => onChange({ ...filters, day: event.currentTarget.value })}
        />
      </label>
      {filters !== everything && (
        <Button look="plain" icon={X} onClick={() => onChange(everything)}>
          {t('audit.filter.clear')}
        </Button>
      )}
    </fieldset>
  );
}

/** The label above a select, which reads its own aloud. */
function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.choice}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
