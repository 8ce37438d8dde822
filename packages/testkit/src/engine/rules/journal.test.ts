import { applyEntry, createBoardState, firstBrokenLink, projectView } from '@bridgeboard/domain';
import type { EntryContent, JournalEntry } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { BoardWorld, oliver, reed } from '../board-world.ts';
import { richText, shape } from '../records.ts';
import { decided, drawn, put } from './start.ts';

const words = 'my secret garden';
const note = shape('note', 'note', { 'props.richText': richText(words) });

const inversesOf = (entry: JournalEntry | undefined): unknown[] => {
  const content = entry?.content ?? ({ erased: 0 } satisfies EntryContent);
  return 'inverses' in content ? content.inverses : [];
};

describe('what an entry holds', () => {
  test('[P32] facts never hold what people made, so that content can be erased without them', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    decided(world, id, 'return');
    world.must(oliver, { op: 'update', id: note.id, set: { 'props.richText': richText(`${words} again`) } });
    world.wait();
    decided(world, id, 'board');
    world.undo(reed, id);
    const facts = JSON.stringify(world.journal.map((entry) => [entry.facts, entry.audit, entry.effects]));
    expect(facts).not.toContain('garden');
    expect(facts).not.toContain('Which fish?');
    expect(JSON.stringify(world.journal.map(({ content }) => content))).toContain('garden');
  });

  test('[P32] inverses hold small former values, and name the place of large ones', () => {
    const world = new BoardWorld();
    const text = (name: string): ReturnType<typeof richText> => richText(`${name} `.repeat(200));
    world.must(reed, ...put(shape('note', 'big', { 'props.richText': text('before') })));
    const before = world.state.seq;
    const { id } = shape('note', 'big');
    world.must(reed, { op: 'update', id, set: { x: 5 } });
    expect(inversesOf(world.journal.at(-1))).toEqual([{ change: { kind: 'set-base', id }, content: { x: 0 } }]);
    world.must(reed, { op: 'update', id, set: { 'props.richText': text('after') } });
    expect(inversesOf(world.journal.at(-1))).toEqual([{ asOf: before + 1, id }]);
    const entry = world.journal.at(-1);
    expect(JSON.stringify(entry)).not.toContain('before');
  });

  test('[P32] an entry whose content has been erased can still be replayed: what it said is gone, nothing breaks', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    world.must(reed, ...put(shape('note', 'kept')));
    const erased = world.journal.map((entry) =>
      JSON.stringify(entry).includes('garden') ? { ...entry, content: { erased: 1 } } : entry,
    );
    const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
    for (const entry of erased) applyEntry(state, entry);
    expect(state.seq).toBe(world.state.seq);
    expect(projectView(state, { kind: 'staff', school: 'north' }).has(shape('note', 'kept').id)).toBe(true);
    expect(projectView(state, { kind: 'staff', school: 'north' }).has(note.id)).toBe(false);
  });

  test('[P33] every entry stands in a chain over the one before, in its epoch, without holes', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, note), 'board');
    const facts = world.journal.map((entry) => entry.facts);
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, i) => i + 1));
    expect(new Set(facts.map(({ chain }) => chain)).size).toBe(facts.length);
    expect(new Set(facts.map(({ epoch }) => epoch))).toEqual(new Set(['epoch']));
  });

  test('[P33, D3] the chain tells the first entry of which facts, content or place are not what was sealed', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, note), 'board');
    const { journal } = world;
    const changed = (over: Partial<JournalEntry>): JournalEntry[] =>
      journal.with(1, { ...journal[1], ...over } as JournalEntry);
    expect(firstBrokenLink(journal)).toBeNull();
    expect(firstBrokenLink(journal.slice(1), journal[0]?.facts.chain)).toBeNull();
    expect(firstBrokenLink(changed({ content: { erased: 1 } }))).toBeNull();
    expect(firstBrokenLink(changed({ content: { contents: [], inverses: [] } }))).toBe(2);
    expect(firstBrokenLink(changed({ facts: { ...(journal[1] as JournalEntry).facts, at: 5 } }))).toBe(2);
    expect(firstBrokenLink(journal.toSpliced(1, 1))).toBe(3);
  });

  test('[P33] what is kept of an entry is its steps alone: a layer remembers its own entry and moment, no more', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    const layer = world.state.slots.get(note.id)?.layers[0];
    expect(Object.keys(layer ?? {}).toSorted()).toEqual(['at', 'author', 'case', 'fields', 'reach', 'school', 'seq']);
  });
});
