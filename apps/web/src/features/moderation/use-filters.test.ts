import type { QueueItem, TrustKind } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { filtered } from './use-filters.ts';

function item(author: string, kind: TrustKind, at: { className?: string; board?: string } = {}): QueueItem {
  const { className = '5B', board = 'rivers' } = at;
  return { author, kinds: [kind], className, board, found: [], boardTitle: `Our ${board}` } as unknown as QueueItem;
}

const items = [
  item('Amina S.', 'words'),
  item('Amina S.', 'drawing'),
  item('Oliver H.', 'words', { board: 'trees' }),
  item('Amina S.', 'words', { className: '6A' }),
];
const none = { board: '', class: '', pupil: '', kind: '', found: '' };
const told = (choices: readonly { value: string; count: number }[]) =>
  choices.map(({ value, count }) => [value, count]);

describe('filtered', () => {
  it('shows all where nothing is chosen, and counts pupils of two classes apart', () => {
    const { filters, shown } = filtered(items, none);
    expect(shown).toEqual(items);
    expect(told(filters.choices.pupil)).toEqual([
      ['Amina S. · 5B', 2],
      ['Amina S. · 6A', 1],
      ['Oliver H. · 5B', 1],
    ]);
    expect(told(filters.choices.kind)).toEqual([
      ['drawing', 1],
      ['words', 3],
    ]);
  });

  it('[MOD4] counts what waits on each board and of each class', () => {
    const { choices } = filtered(items, none).filters;
    expect(choices.board).toEqual([
      { value: 'rivers', label: 'Our rivers', count: 3 },
      { value: 'trees', label: 'Our trees', count: 1 },
    ]);
    expect(told(choices.class)).toEqual([
      ['5B', 3],
      ['6A', 1],
    ]);
  });

  it('shows what all choices leave, and each choice counts what the others leave', () => {
    const { filters, shown } = filtered(items, { ...none, board: 'rivers', pupil: 'Amina S. · 5B', kind: 'words' });
    expect(shown).toEqual([items[0]]);
    expect(told(filters.choices.kind)).toEqual([
      ['drawing', 1],
      ['words', 1],
    ]);
    expect(filters.choices.board).toHaveLength(1);
    expect(filters.choices.pupil).toHaveLength(2);
  });

  it('lets go of a choice that nothing is left of, so that no queue looks empty while something waits', () => {
    const { filters, shown } = filtered(items.slice(2), { ...none, pupil: 'Amina S. · 5B', kind: 'drawing' });
    expect(filters.chosen).toEqual(none);
    expect(shown).toEqual(items.slice(2));
  });

  it('[TC7] [MOD4] shows what the text check has marked, all of it or by what it found', () => {
    const marked = (...kinds: string[]) =>
      ({ ...item('Amina S.', 'words'), found: kinds.map((kind) => ({ kind, from: 0, to: 0 })) }) as QueueItem;
    const some = [item('Oliver H.', 'words'), marked('words', 'phone'), marked('phone')];
    expect(told(filtered(some, none).filters.choices.found)).toEqual([
      ['any', 2],
      ['phone', 2],
      ['words', 1],
    ]);
    expect(filtered(some, { ...none, found: 'any' }).shown).toEqual(some.slice(1));
    expect(filtered(some, { ...none, found: 'words' }).shown).toEqual([some[1]]);
    expect(filtered(some.slice(0, 1), { ...none, found: 'words' }).shown).toEqual(some.slice(0, 1));
  });
});
