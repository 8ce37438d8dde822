import type { BoardRecord, Fields } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { closeView } from './close-view.ts';

const page: BoardRecord = { id: 'page:p', typeName: 'page' };
const shape = (id: string, parentId: string, more: Fields = {}): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'geo',
  parentId,
  ...more,
});
const binding = (id: string, fromId: string, toId: string): BoardRecord => ({ id, typeName: 'binding', fromId, toId });

/** Ids of what is left of these records. */
function left(...records: readonly BoardRecord[]): string[] {
  return [...closeView(new Map(records.map((record) => [record.id, record]))).keys()];
}

describe('the last step of every projection', () => {
  test('[P20] drops shapes that lead to no page: without parent, on a shape that goes, in a ring', () => {
    expect(left(page, shape('a', 'page:p'), shape('b', 'a'), shape('c', 'b'))).toEqual(['page:p', 'a', 'b', 'c']);
    expect(left(page, shape('a', 'page:gone'), shape('b', 'a'), shape('c', 'page:p'))).toEqual(['page:p', 'c']);
    expect(left(page, shape('a', 'b'), shape('b', 'a'), shape('c', 'a'), shape('d', 'd'))).toEqual(['page:p']);
    expect(left(shape('a', 'page:p'))).toEqual([]);
  });

  test('[P20] drops bindings that lack an end, and whose end does not stand', () => {
    const ends = [shape('arrow', 'page:p'), shape('bound', 'page:p')];
    expect(left(page, ...ends, binding('one', 'arrow', 'bound'))).toContain('one');
    expect(left(page, ...ends, binding('one', 'arrow', 'gone'), binding('two', 'gone', 'bound'))).not.toContain('one');
    expect(left(page, shape('arrow', 'page:p'), shape('bound', 'gone'), binding('one', 'arrow', 'bound'))).toEqual([
      'page:p',
      'arrow',
    ]);
    expect(left(page, shape('arrow', 'page:p'), binding('one', 'arrow', 'page:p'))).toEqual(['page:p', 'arrow']);
  });

  test('[P20] drops pictures without their asset, and groups with fewer than two children, again and again', () => {
    const picture = shape('picture', 'page:p', { type: 'image', props: { assetId: 'asset:a' } });
    const asset: BoardRecord = { id: 'asset:a', typeName: 'asset' };
    expect(left(page, asset, picture)).toContain('picture');
    expect(left(page, picture)).toEqual(['page:p']);
    const group = shape('group', 'page:p', { type: 'group' });
    const outer = shape('outer', 'page:p', { type: 'group' });
    expect(left(page, group, shape('a', 'group'), shape('b', 'group'))).toHaveLength(4);
    expect(left(page, group, shape('a', 'group'), { ...picture, parentId: 'group' })).toEqual(['page:p']);
    const nested = [outer, shape('a', 'outer'), { ...group, parentId: 'outer' }, shape('b', 'group')];
    expect(left(page, ...nested)).toEqual(['page:p']);
  });

  test('[P20] keeps no kind of record that it does not know', () => {
    expect(left(page, { id: 'camera:c', typeName: 'camera' }, { id: 'x', typeName: '' })).toEqual(['page:p']);
    expect(left({ id: 'document:document', typeName: 'document' })).toEqual(['document:document']);
  });

  test('[P20] changes nothing of what it has closed already, and nothing of what it was given', () => {
    const records = [page, shape('a', 'b'), shape('b', 'page:p'), shape('c', 'gone')];
    const given = new Map(records.map((record) => [record.id, record]));
    const closed = closeView(given);
    expect(closeView(closed)).toEqual(closed);
    expect(given.size).toBe(4);
  });
});
