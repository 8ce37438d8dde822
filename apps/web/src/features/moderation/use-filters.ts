import type { QueueItem } from '@bridgeboard/protocol';
import { useState } from 'react';

/** One choice of a filter, with how many it would show. */
type FilterChoice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
};

/** Of whom, and of what kind, cases are shown; '' stands for all. A choice that nothing is left of is over. */
export type Filters = {
  readonly pupil: string;
  readonly pupils: readonly FilterChoice<string>[];
  readonly kind: QueueItem['kind'] | '';
  readonly kinds: readonly { readonly value: QueueItem['kind']; readonly count: number }[];
  readonly choosePupil: (pupil: string) => void;
  readonly chooseKind: (kind: QueueItem['kind'] | '') => void;
};

/** Whose a case is, as far as a list can tell pupils apart. */
export function pupilOf({ author, className }: Pick<QueueItem, 'author' | 'className'>): string {
  return `${author} · ${className}`;
}

/** What of the queue is shown by pupil and by kind. */
export function useFilters(items: readonly QueueItem[]): {
  readonly filters: Filters;
  readonly shown: readonly QueueItem[];
} {
  const [pupil, choosePupil] = useState('');
  const [kind, chooseKind] = useState<Filters['kind']>('');
  const { filters, shown } = filtered(items, { pupil, kind });
  return { filters: { ...filters, choosePupil, chooseKind }, shown };
}

/** The same as plain data: what each choice would show counts what the other one leaves. */
export function filtered(
  items: readonly QueueItem[],
  wish: Pick<Filters, 'pupil' | 'kind'>,
): { readonly filters: Omit<Filters, 'choosePupil' | 'chooseKind'>; readonly shown: readonly QueueItem[] } {
  const pupil = items.some((item) => pupilOf(item) === wish.pupil) ? wish.pupil : '';
  const ofPupil = pupil === '' ? items : items.filter((item) => pupilOf(item) === pupil);
  const kind = ofPupil.some((item) => item.kind === wish.kind) ? wish.kind : '';
  const ofKind = kind === '' ? items : items.filter((item) => item.kind === kind);
  const pupils = [...countBy(ofKind, pupilOf)].map(([value, count]) => ({ value, label: value, count }));
  return {
    filters: {
      pupil,
      pupils: pupils.toSorted((a, b) => a.label.localeCompare(b.label)),
      kind,
      kinds: [...countBy(ofPupil, (item) => item.kind)].map(([value, count]) => ({ value, count })),
    },
    shown: kind === '' ? ofPupil : ofPupil.filter((item) => item.kind === kind),
  };
}

function countBy<Key>(items: readonly QueueItem[], keyOf: (item: QueueItem) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
