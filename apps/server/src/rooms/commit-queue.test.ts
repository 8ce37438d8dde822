import {
  createBoardState,
  firstBrokenLink,
  foundBoard,
  joinBoard,
  type BoardState,
  type EntryLimit,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import { StorageUnavailable } from '@bridgeboard/storage';
import { describe, expect, test } from 'vitest';

import { CommitQueue } from './commit-queue.ts';

/** A queue over a list for a journal, which can be told to fail before or after it kept. */
function setUp({ isPaced = false, entryLimit }: { isPaced?: boolean; entryLimit?: EntryLimit } = {}) {
  const state = createBoardState({ board: 'board', schools: ['north'], epoch: 'epoch' });
  const told: string[] = [];
  const store = {
    kept: [] as JournalEntry[],
    fails: '' as '' | 'before' | 'after' | 'full for edits',
    batches: [] as number[],
    reloads: 0,
  };
  const queue = new CommitQueue({
    state: () => state,
    append: async (entries) => {
      told.push('append');
      store.batches.push(entries.length);
      await Promise.resolve();
      if (store.fails === 'before') throw new Error('before');
      if (store.fails === 'full for edits' && entries.some(({ facts }) => facts.client)) {
        throw new StorageUnavailable('STORAGE_FULL', null, { keptNothing: true });
      }
      store.kept.push(...entries);
      if (store.fails === 'after') throw new Error('after');
    },
    onKept: (entries) => told.push(`kept ${entries.length} at ${state.seq}`),
    isPaced,
    entryLimit,
    now: () => 0,
    reload: async () => {
      store.reloads += 1;
      Object.assign(state, { seq: store.kept.at(-1)?.facts.seq ?? 0, chain: store.kept.at(-1)?.facts.chain ?? '' });
    },
  });
  const person = (name: string) => ({
    actor: { person: name, school: 'north', role: 'pupil' as const },
    now: 1,
    random: 0,
  });
  const join = (name: string): Promise<string> =>
    queue
      .submit((draft: BoardState) => ({ entry: joinBoard(draft, person(name)), answer: `${name} at ${draft.seq}` }))
      .then((answer) => {
        told.push(`answered ${name} at ${state.seq}`);
        return answer;
      });
  const begin = (): Promise<unknown> =>
    queue.submit((draft) => ({ entry: foundBoard(draft, { now: 1, pageName: '1' }), answer: null }));
  /** Stands for a browser's edit: the same entry, with a number of an outbox. */
  const edit = (name: string): Promise<string> =>
    queue.submit((draft: BoardState) => {
      const entry = joinBoard(draft, person(name));
      const facts = entry && { ...entry.facts, client: { id: 'outbox', seq: 1 } };
      return { entry: entry && facts && { ...entry, facts }, answer: name };
    });
  return { queue, state, store, told, join, edit, begin };
}

describe('the queue of one board', () => {
  test('[RT1] answers only after the append, and in the order of asking', async () => {
    const { told, begin, join } = setUp();
    await begin();
    told.length = 0;
    await Promise.all([join('a'), join('b')]);
    expect(told[0]).toBe('append');
    expect(told.filter((line) => line.startsWith('answered'))).toEqual(['answered a at 3', 'answered b at 3']);
  });

  test('[RT2] keeps all that wait in one append, each decided on a board that has the ones before it', async () => {
    const { store, begin, join, state } = setUp();
    await begin();
    expect(await Promise.all(['a', 'b', 'c', 'b'].map(join))).toEqual(['a at 1', 'b at 2', 'c at 3', 'b at 4']);
    // The second `b` is a member by then: nothing to keep.
    expect(store.batches).toEqual([1, 3]);
    expect(state.seq).toBe(4);
    expect(store.kept.map(({ facts }) => facts.seq)).toEqual([1, 2, 3, 4]);
  });

  test('[P32] keeps all entries of a larger act in one append with the acts beside it, each act after the one before', async () => {
    const { store, join, state, begin } = setUp({ entryLimit: { bytes: 100, unweighedSteps: 0 } });
    expect(await begin()).toBeNull();
    expect(await Promise.all([join('a'), join('b')])).toEqual(['a at 3', 'b at 5']);
    // The document and the first page; each person.
    expect(store.batches).toEqual([3, 4]);
    expect(store.kept.map(({ facts }) => facts.kind).join(' ')).toBe('part part commit part commit part commit');
    expect(firstBrokenLink(store.kept)).toBeNull();
    expect([state.seq, state.members.get('b')?.person]).toEqual([7, 'b']);
  });

  test('[RT3] an append that fails moves nothing, is told to everybody who waits, and the journal is read again first', async () => {
    const { store, begin, join, state, told } = setUp();
    await begin();
    told.length = 0;
    store.fails = 'before';
    const asked = [join('a'), join('b')];
    for (const one of asked) await expect(one).rejects.toThrow('before');
    expect(state.seq).toBe(1);
    expect(state.members.get('a')).toBeUndefined();
    expect(told.filter((line) => line.startsWith('answered') || line.startsWith('kept'))).toEqual([]);
    store.fails = '';
    await join('c');
    expect(store.reloads).toBe(1);
    await join('d');
    expect(store.reloads).toBe(1);
  });

  test('[RT3] what was kept although the store said no is there after reading again', async () => {
    const { queue, store, begin, join, state } = setUp();
    await begin();
    store.fails = 'after';
    await expect(join('a')).rejects.toThrow('after');
    // At once, without anybody having to act: the moment of the next act may be a secret.
    await queue.settled();
    expect([state.seq, store.reloads]).toEqual([2, 1]);
    store.fails = '';
    await join('b');
    expect(state.seq).toBe(3);
  });

  test('[REL-14] on a full disk acts go without the edits beside them, and nothing has to be read again', async () => {
    const { store, begin, join, edit, state } = setUp();
    await begin();
    store.fails = 'full for edits';
    const [refused, done, other] = await Promise.allSettled([edit('a'), join('b'), edit('c')]);
    expect([refused.status, done.status, other.status]).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect([state.seq, state.members.get('a'), state.members.get('b')?.person]).toEqual([2, undefined, 'b']);
    await expect(edit('a')).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    store.fails = '';
    expect(await edit('a')).toBe('a');
    expect([store.reloads, store.batches]).toEqual([0, [1, 3, 1, 1, 1]]);
  });

  test('[RT3] a fault in deciding one act leaves the others alone', async () => {
    const { queue, begin, join, state } = setUp();
    await begin();
    const [bad, good] = [
      queue.submit(() => {
        throw new Error('fault');
      }),
      join('a'),
    ];
    await expect(bad).rejects.toThrow('fault');
    expect(await good).toBe('a at 1');
    expect(state.seq).toBe(2);
  });

  test('[RT3] a board that could not adopt what is durable is read again before anything else', async () => {
    const { store, begin, join, state } = setUp();
    await begin();
    const { members } = state;
    Object.assign(state, {
      members: {
        get: (key: string) => members.get(key),
        entries: () => members.entries(),
        set: () => {
          throw new Error('cannot adopt');
        },
      },
    });
    await expect(join('a')).rejects.toThrow('cannot adopt');
    Object.assign(state, { members });
    await join('b');
    expect(store.reloads).toBe(1);
  });
});

test('[RT2] a paced queue keeps everything that waits in one append, when it is asked to', async () => {
  const { queue, store, join } = setUp({ isPaced: true });
  const answers = Promise.all([join('ann'), join('bob'), join('cleo')]);
  await Promise.resolve();
  expect([queue.isWaiting, store.batches]).toEqual([true, []]);
  await queue.drain();
  await answers;
  expect([queue.isWaiting, store.batches]).toEqual([false, [3]]);
  const last = join('dan');
  await queue.settled();
  await last;
  expect(store.batches).toEqual([3, 1]);
});

describe('work on the journal itself', () => {
  test('[ER5] is done while nothing else is kept, and the board is read again before the next act', async () => {
    const { queue, store, told, begin, join, state } = setUp();
    await begin();
    const first = join('a');
    const work = queue.apart(async () => {
      told.push(`work at ${state.seq}`);
      await Promise.resolve();
      expect(store.reloads).toBe(0);
    });
    const second = join('b');
    await Promise.all([first, work, second]);
    expect(store.reloads).toBe(1);
    const order = told.filter((line) => line.startsWith('work') || line.startsWith('kept'));
    expect(order.filter((line) => line.startsWith('work'))).toHaveLength(1);
    expect(state.seq).toBe(3);
  });

  test('[ER5] that fails says so, the board is read again all the same, and acts go on', async () => {
    const { queue, store, begin, join, state } = setUp();
    await begin();
    await expect(queue.apart(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
    expect(store.reloads).toBe(1);
    await join('a');
    expect(state.seq).toBe(2);
  });
});
