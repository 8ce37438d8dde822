import { createBoardState, foundBoard } from '@bridgeboard/domain';
import type { QueueLine } from '@bridgeboard/protocol';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { expect, it } from 'vitest';

import { QueueFeed } from './queue-feed.ts';

const board = 'BoardBoardBoardBoardB2';
const school = 'SchoolSchoolSchoolSch2';

function line(id: string, changes: Partial<QueueLine> = {}): QueueLine {
  return {
    case: id,
    board,
    school,
    author: 'AuthorAuthorAuthorAut2',
    status: 'open',
    openedAt: 1,
    changedAt: 1,
    kinds: ['words'],
    found: [],
    ...changes,
  };
}

/** The feed over a real index that can be out of reach. */
async function setUp() {
  const storage = await openMemoryStorage();
  const state = { isDown: false, faults: 0, reads: 0 };
  const feed = new QueueFeed({
    journal: {
      lastSeq: (asked) => storage.journal.lastSeq(asked),
      read: (...page) => {
        state.reads += 1;
        return storage.journal.read(...page);
      },
    },
    queue: {
      appliedSeq: (asked) => storage.queue.appliedSeq(asked),
      apply: async (...step) => {
        if (state.isDown) throw new Error('out of reach');
        await storage.queue.apply(...step);
      },
    },
    allLines: async () => ({ seq: 0, lines: [] }),
    onError: () => {
      state.faults += 1;
    },
  });
  const open = async (): Promise<string[]> => (await storage.queue.openOf(school)).map((each) => each.case);
  return { feed, state, open, storage };
}

it('[D18] brings lines in one after the other, however fast they come', async () => {
  const { feed, open, storage } = await setUp();
  for (let seq = 1; seq <= 50; seq += 1) feed.after(board, seq, [line(`case-${seq}`)]);
  feed.after(board, 51, [line('case-7', { status: 'approved' })]);
  await feed.settled();
  expect(await open()).toHaveLength(49);
  expect(await open()).not.toContain('case-7');
  expect(await storage.queue.appliedSeq(board)).toBe(51);
});

it('[D18] keeps what could not be written for the next time, the newest line of each case', async () => {
  const { feed, state, open } = await setUp();
  state.isDown = true;
  feed.after(board, 1, [line('a'), line('b')]);
  await feed.settled();
  feed.after(board, 2, [line('b', { status: 'rejected' })]);
  await feed.settled();
  expect([state.faults, await open()]).toEqual([2, []]);
  state.isDown = false;
  feed.after(board, 3, [line('c')]);
  await feed.settled();
  expect(await open()).toEqual(['a', 'c']);
});

it('[D18] looks once at entries that are no business of the queue, and not again at the next start', async () => {
  const { feed, state, storage } = await setUp();
  await storage.journal.append([
    foundBoard(createBoardState({ board, schools: [school], epoch: 'epoch' }), { now: 1, pageName: '1' }),
  ]);
  await feed.catchUp([board]);
  await feed.catchUp([board]);
  expect(state.reads).toBe(1);
  expect(await storage.queue.appliedSeq(board)).toBe(1);
});

it('[D18] waiting for what is kept by now ends while more comes in without an end, and where the index is away', async () => {
  const { feed, state, open } = await setUp();
  let seq = 0;
  const next = (): void => feed.after(board, (seq += 1), [line(`case-${seq}`)]);
  next();
  const more = setInterval(next, 0);
  await feed.upToNow();
  expect(await open()).toContain('case-1');
  clearInterval(more);
  await feed.settled();
  state.isDown = true;
  next();
  await feed.upToNow();
  await feed.upToNow();
  expect(state.faults).toBe(1);
});
