import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import { anyMark, type Filters } from './use-filters.ts';

/** Shows marked cases alone, by one tap, where there are any. */
export function MarkedFilter({ filters: { chosen, choices, choose } }: { readonly filters: Filters }): ReactNode {
  const t = useT();
  const count = choices.found.find(({ value }) => value === anyMark)?.count ?? 0;
  if (count === 0) return null;
  const areAlone = chosen.found !== '';
  return (
    <Chip icon={Flag} aria-pressed={areAlone} onClick={() => choose('found', areAlone ? '' : anyMark)}>
      {t('queue.marked', { count })}
    </Chip>
  );
}
