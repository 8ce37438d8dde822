import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Chip } from '../../ui/chip.tsx';
import type { MarkedOnes } from './use-marked-ones.ts';

/** Shows marked cases alone, where there are any. */
export function MarkedFilter({ marked }: { readonly marked: MarkedOnes }): ReactNode {
  const t = useT();
  if (marked.count === 0) return null;
  return (
    <Chip icon={Flag} aria-pressed={marked.areAlone} onClick={marked.toggle}>
      {t('queue.marked', { count: marked.count })}
    </Chip>
  );
}
