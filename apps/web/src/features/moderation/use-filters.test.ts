import type { QueueItem } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { filtered } from './use-filters.ts';

function item(author: string, kind: QueueItem['kind'], className = '5B'): QueueItem {
  return { case: `${author}-${kind}`, author, kind, className } as QueueItem;
}

const items = [
  item('Amina S.', 'note'),
  item('Amina S.', 'drawing'),
  item('Oliver H.', 'note'),
  item('Amina S.', 'note', '6A'),
];

describe('filtered', () => {
  it('shows all where nothing is chosen, and counts pupils of two classes apart', () => {
    const { filters, shown } = filtered(items, { pupil: '', kind: '' });
    expect(shown).toEqual(items);
    expect(filters.pupils.map(({ value, count }) => [value, count])).toEqual([
      ['Amina S. · 5B', 2],
      ['Amina S. · 6A', 1],
      ['Oliver H. · 5B', 1],
    ]);
    expect(filters.kinds).toEqual([
      { value: 'note', count: 3 },
      { value: 'drawing', count: 1 },
    ]);
  });

  it('shows what both choices leave, and each choice counts what the other leaves', () => {
    const { filters, shown } = filtered(items, { pupil: 'Amina S. · 5B', kind: 'note' });
    expect(shown).toEqual([items[0]]);
    expect(filters.kinds.map(({ value }) => value)).toEqual(['note', 'drawing']);
    expect(filters.pupils).toHaveLength(3);
  });

  it('lets go of a choice that nothing is left of, so that no queue looks empty while something waits', () => {
    const { filters, shown } = filtered(items.slice(2), { pupil: 'Amina S. · 5B', kind: 'drawing' });
    expect([filters.pupil, filters.kind]).toEqual(['', '']);
    expect(shown).toEqual(items.slice(2));
  });
});
