import type { BoardRecord } from '@bridgeboard/protocol';
import { describe, expect, it } from 'vitest';

import { choosePosts } from './choose-posts.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { Made } from './gather-pieces.ts';

const page: Made = { author: '', role: 'staff', record: { id: 'page:page', typeName: 'page', name: '1', index: 'a1' } };

function words(text: string): BoardRecord {
  return {
    id: '',
    typeName: 'shape',
    type: 'note',
    props: { richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, scale: 1 },
  };
}

function box(): BoardRecord {
  return { id: '', typeName: 'shape', type: 'geo', props: { geo: 'rectangle', w: 100, h: 100 } };
}

function made(author: string, record: BoardRecord, at: { id: string; x: number; y: number; parent?: string }): Made {
  const { id, x, y, parent = 'page:page' } = at;
  return {
    author,
    role: 'pupil',
    record: { ...record, id: `shape:${id}`, x, y, rotation: 0, opacity: 1, parentId: parent, index: 'a1' },
  };
}

describe('pieces of work', () => {
  it('are marks of one hand that lie together', () => {
    const all = [
      page,
      made('kim', box(), { id: 'a', x: 0, y: 0 }),
      made('kim', box(), { id: 'b', x: 110, y: 0 }),
      made('lee', box(), { id: 'c', x: 50, y: 50 }),
      made('kim', box(), { id: 'd', x: 400, y: 0 }),
    ];
    const pieces = gatherPieces(all).map(({ author, records }) => [author, records.map(({ id }) => id).toSorted()]);
    expect(pieces).toEqual([
      ['kim', ['shape:a', 'shape:b']],
      ['kim', ['shape:d']],
      ['lee', ['shape:c']],
    ]);
  });

  it('are joined by a mark that touches two of them', () => {
    const bridge = made('kim', box(), { id: 'c', x: 105, y: 0 });
    const all = [
      page,
      made('kim', box(), { id: 'a', x: 0, y: 0 }),
      made('kim', box(), { id: 'b', x: 210, y: 0 }),
      bridge,
    ];
    expect(gatherPieces(all)).toHaveLength(1);
  });

  it('hold what stands within them, and leave out what stands on no page', () => {
    const all = [
      page,
      made(
        'kim',
        { ...box(), type: 'frame', props: { w: 300, h: 300, name: 'Our frame' } },
        { id: 'frame', x: 0, y: 0 },
      ),
      made('kim', box(), { id: 'inside', x: 10, y: 10, parent: 'shape:frame' }),
      made('kim', box(), { id: 'lost', x: 900, y: 900, parent: 'shape:gone' }),
    ];
    const [piece, ...others] = gatherPieces(all);
    expect(others).toEqual([]);
    expect(piece?.records.map(({ id }) => id).toSorted()).toEqual(['shape:frame', 'shape:inside']);
    expect(gatherPieces(all.slice(1))).toEqual([]);
  });
});

describe('posts', () => {
  it('show a drawing of the same hand beside a note, once, and the others by themselves', () => {
    const pieces = gatherPieces([
      page,
      made('kim', words('We catch fish here.'), { id: 'note', x: 0, y: 0 }),
      made('kim', box(), { id: 'fish', x: 300, y: 0 }),
      made('lee', box(), { id: 'sun', x: 900, y: 0 }),
      made('lee', words('Far away'), { id: 'far', x: 0, y: 900 }),
    ]);
    const { written, drawn } = choosePosts(pieces);
    const ids = (records: readonly BoardRecord[] | undefined): string[] => (records ?? []).map(({ id }) => id);
    expect(written.map(({ piece, picture }) => [piece.words, ids(picture?.records)])).toEqual([
      ['We catch fish here.', ['shape:fish']],
      ['Far away', ['shape:far']],
    ]);
    expect(drawn.map(({ piece }) => ids(piece.records))).toEqual([['shape:sun']]);
  });
});
