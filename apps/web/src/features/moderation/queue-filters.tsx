import type { QueueItem } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Select } from '../../ui/select.tsx';
import styles from './queue-filters.module.css';
import type { Filters } from './use-filters.ts';

/** Stands for no choice: a control's value may not be empty. */
const all = 'all';

/** Shows the work of one pupil, or of one kind, with how many each would show. */
export function QueueFilters({ filters }: { readonly filters: Filters }): ReactNode {
  const t = useT();
  const { pupils, kinds } = filters;
  if (pupils.length < 2 && kinds.length < 2) return null;
  const everybody = { value: all, label: t('queue.filter.allPupils') };
  const everything = { value: all, label: t('queue.filter.allKinds') };
  return (
    <div className={styles.filters}>
      <Select
        label={t('queue.filter.pupil')}
        value={filters.pupil === '' ? all : filters.pupil}
        options={[
          everybody,
          ...pupils.map(({ value, label, count }) => ({ value, label: t('queue.filter.choice', { label, count }) })),
        ]}
        onChange={(value) => filters.choosePupil(value === all ? '' : value)}
      />
      <Select
        label={t('queue.filter.kind')}
        value={filters.kind === '' ? all : filters.kind}
        options={[
          everything,
          ...kinds.map(({ value, count }) => ({
            value,
            label: t('queue.filter.choice', { label: t(`queue.kind.${value}`), count }),
          })),
        ]}
        onChange={(value) => filters.chooseKind(value === all ? '' : (value as QueueItem['kind']))}
      />
    </div>
  );
}
