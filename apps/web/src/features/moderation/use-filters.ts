import { textKind } from '@bridgeboard/protocol';
import type { QueueItem, TrustKind } from '@bridgeboard/protocol';
import { useState } from 'react';

/** By what cases can be told apart, in the order in which people ask. */
export const facets = ['board', 'class', 'pupil', 'kind', 'found'] as const;
export type Facet = (typeof facets)[number];

/** One choice of a filter, with how many it would show. */
export type FilterChoice = { readonly value: string; readonly label: string; readonly count: number };

/** Which cases are shown; '' stands for all. A choice that nothing is left of is over. */
export type Filters = {
  readonly chosen: Readonly<Record<Facet, string>>;
  readonly choices: Readonly<Record<Facet, readonly FilterChoice[]>>;
  readonly choose: (facet: Facet, value: string) => void;
};

const none: Filters['chosen'] = { board: '', class: '', pupil: '', kind: '', found: '' };

/** Everything that the text check has marked, whatever it found. */
export const anyMark = 'any';

/** What of a case each filter asks for. */
const valuesOf: Readonly<Record<Facet, (item: QueueItem) => readonly string[]>> = {
  board: ({ board }) => [board],
  class: ({ className }) => [className],
  pupil: (item) => [pupilOf(item)],
  kind: ({ kinds }) => [coarseKind(kinds)],
  found: ({ found }) => (found.length > 0 ? [anyMark, ...new Set(found.map(({ kind }) => kind))] : []),
};

/** The one filter that an address can carry: it names nobody. */
const inAddress = 'marked';

function wishOfAddress(): Filters['chosen'] {
  const found = new URLSearchParams(location.search).get(inAddress) ?? '';
  return { ...none, found: found === anyMark || textKind.safeParse(found).success ? found : '' };
}

function putInAddress(found: string): void {
  history.replaceState(history.state, '', found === '' ? location.pathname : `?${inAddress}=${found}`);
}

/** Whose a case is, as far as a list can tell pupils apart. */
export function pupilOf({ author, className }: Pick<QueueItem, 'author' | 'className'>): string {
  return `${author} · ${className}`;
}

/** One kind of content, or several. */
function coarseKind(kinds: readonly TrustKind[]): TrustKind | 'mixed' {
  const [only, ...others] = kinds;
  return only === undefined || others.length > 0 ? 'mixed' : only;
}

/** What of the queue is shown by board, class, pupil, kind and what the text check found. */
export function useFilters(items: readonly QueueItem[]): {
  readonly filters: Filters;
  readonly shown: readonly QueueItem[];
} {
  const [wish, setWish] = useState(wishOfAddress);
  const { filters, shown } = filtered(items, wish);
  const choose = (facet: Facet, value: string): void => {
    setWish((before) => ({ ...before, [facet]: value }));
    if (facet === 'found') putInAddress(value);
  };
  return { filters: { ...filters, choose }, shown };
}

/** The same as plain data: what each choice would show counts what the other ones leave. */
export function filtered(
  items: readonly QueueItem[],
  wish: Filters['chosen'],
): { readonly filters: Omit<Filters, 'choose'>; readonly shown: readonly QueueItem[] } {
  const chosen: Record<Facet, string> = { ...none };
  let shown = items;
  for (const facet of facets) {
    const left = shown.filter((item) => valuesOf[facet](item).includes(wish[facet]));
    if (left.length === 0) continue;
    chosen[facet] = wish[facet];
    shown = left;
  }
  const choicesOf = (facet: Facet): FilterChoice[] => {
    const others = facets.filter((other) => other !== facet && chosen[other] !== '');
    return countBy(
      items.filter((item) => others.every((other) => valuesOf[other](item).includes(chosen[other]))),
      facet,
    );
  };
  const choices = {
    board: choicesOf('board'),
    class: choicesOf('class'),
    pupil: choicesOf('pupil'),
    kind: choicesOf('kind'),
    found: choicesOf('found'),
  };
  return { filters: { chosen, choices }, shown };
}

function countBy(items: readonly QueueItem[], facet: Facet): FilterChoice[] {
  const counts = new Map<string, FilterChoice>();
  for (const item of items) {
    for (const value of valuesOf[facet](item)) {
      const label = facet === 'board' ? item.boardTitle : value;
      counts.set(value, { value, label, count: (counts.get(value)?.count ?? 0) + 1 });
    }
  }
  const isAny = ({ value }: FilterChoice): number => Number(facet === 'found' && value === anyMark);
  return [...counts.values()].toSorted((a, b) => isAny(b) - isAny(a) || a.label.localeCompare(b.label));
}
