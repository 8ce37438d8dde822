import { textKind } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import type { MessageId, Translate } from '../../i18n/translate.ts';
import { Select } from '../../ui/select.tsx';
import styles from './queue-filters.module.css';
import { facets } from './use-filters.ts';
import type { Facet, FilterChoice, Filters } from './use-filters.ts';

/** Stands for no choice: a control's value may not be empty. */
const all = 'all';

const words: Readonly<Record<Facet, { readonly label: MessageId; readonly all: MessageId }>> = {
  board: { label: 'queue.filter.board', all: 'queue.filter.allBoards' },
  class: { label: 'queue.filter.class', all: 'queue.filter.allClasses' },
  pupil: { label: 'queue.filter.pupil', all: 'queue.filter.allPupils' },
  kind: { label: 'queue.filter.kind', all: 'queue.filter.allKinds' },
  found: { label: 'queue.filter.found', all: 'queue.filter.allFound' },
};

/** Shows the work of one board, class or pupil, or of one kind, with how many each would show. */
export function QueueFilters({ filters }: { readonly filters: Filters }): ReactNode {
  const t = useT();
  const { chosen, choices, choose } = filters;
  const offered = facets.filter((facet) => choices[facet].length > 1 || chosen[facet] !== '');
  if (offered.length === 0) return null;
  return (
    <div className={styles.filters}>
      {offered.map((facet) => (
        <Select
          key={facet}
          label={t(words[facet].label)}
          value={chosen[facet] === '' ? all : chosen[facet]}
          options={[
            { value: all, label: t(words[facet].all) },
            ...choices[facet].map((choice) => ({ value: choice.value, label: labelOf(facet, choice, t) })),
          ]}
          onChange={(value) => choose(facet, value === all ? '' : value)}
        />
      ))}
    </div>
  );
}

function labelOf(facet: Facet, { value, label, count }: FilterChoice, t: Translate): string {
  const name = nameOf(facet, value, t) ?? label;
  return t('queue.filter.choice', { label: name, count });
}

/** What a choice is called that is a word of ours. */
function nameOf(facet: Facet, value: string, t: Translate): string | null {
  if (facet === 'kind') return t(kindLabels[value] ?? 'queue.kind.mixed');
  if (facet !== 'found') return null;
  const kind = textKind.safeParse(value);
  return kind.success ? t(`queue.find.${kind.data}`) : t('queue.filter.anyFound');
}

const kindLabels: Readonly<Record<string, MessageId>> = {
  words: 'queue.kind.words',
  drawing: 'queue.kind.drawing',
  picture: 'queue.kind.picture',
};
