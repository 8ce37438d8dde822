import { createBoardState, foundBoard, govern, replayTo, writeCheckpoint, type BoardState } from '@bridgeboard/domain';
import { StorageUnavailable, type BoardJournal } from '@bridgeboard/storage';
import { openMemoryStorage } from '@bridgeboard/storage/memory';
import { describe, expect, test } from 'vitest';

import { loadBoard } from './load-board.ts';

const about = { board: 'board', schools: ['north', 'south'] };

/** A journal of this many entries in memory, and the board that comes of it. */
async function journalOf(entries: number): Promise<{ journal: BoardJournal; state: BoardState }> {
  const { journal } = await openMemoryStorage();
  const state = createBoardState({ ...about, epoch: 'epoch' });
  const keep = async (entry: Parameters<BoardJournal['append']>[0][number]): Promise<void> => {
    await journal.append([entry]);
    replayTo(state, [entry]);
  };
  await keep(foundBoard(state, { now: 1, pageName: '1' }));
  while (state.seq < entries) {
    const outcome = govern(state, { actor: null, event: { kind: 'allow-open', allowed: state.seq % 2 === 1 }, now: 1 });
    if (!('entry' in outcome)) throw new Error(`the board refused: ${outcome.refused}`);
    await keep(outcome.entry);
  }
  return { journal, state };
}

/** The same journal, whose nth answer to any question is that the store is away. */
function awayAt(journal: BoardJournal, nth: number): BoardJournal {
  let asked = 0;
  const orAway = <T>(answer: () => Promise<T>): Promise<T> => {
    asked += 1;
    return asked === nth ? Promise.reject(new StorageUnavailable('DB_DOWN', null)) : answer();
  };
  return {
    append: (entries) => journal.append(entries),
    replaceContents: (board, contents) => journal.replaceContents(board, contents),
    remove: (board) => journal.remove(board),
    readAudited: (board, after, limit) => journal.readAudited(board, after, limit),
    putCheckpoint: (manifest, chunks) => journal.putCheckpoint(manifest, chunks),
    lastSeq: (board) => orAway(() => journal.lastSeq(board)),
    read: (board, from, limit) => orAway(() => journal.read(board, from, limit)),
    latestCheckpoint: (board) => orAway(() => journal.latestCheckpoint(board)),
  };
}

describe('a board that is opened', () => {
  test('comes from its checkpoint and the entries after it, page by page', async () => {
    const { journal, state } = await journalOf(1_200);
    expect((await loadBoard(journal, about)).chain).toBe(state.chain);
    const manifest = { board: 'board', epoch: 'epoch', seq: state.seq, chunks: 1, schema: {} };
    await journal.putCheckpoint(manifest, writeCheckpoint(state, 1));
    expect((await loadBoard(journal, about)).chain).toBe(state.chain);
  });

  // The checkpoint, the first page of the journal, and the second.
  test.each([1, 2, 3])(
    '[REL-15] is never an empty or a shorter one because answer %i of its store did not come',
    async (nth) => {
      const { journal, state } = await journalOf(1_200);
      await expect(loadBoard(awayAt(journal, nth), about)).rejects.toBeInstanceOf(StorageUnavailable);
      expect((await loadBoard(awayAt(journal, 4), about)).seq).toBe(state.seq);
    },
  );

  test('[REL-15] that has no journal is no board', async () => {
    const { journal } = await openMemoryStorage();
    await expect(loadBoard(journal, about)).rejects.toThrow('a board has no journal');
  });
});
