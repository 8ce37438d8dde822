import type { BoardJournal } from '@bridgeboard/storage';

import type { Meters } from './meters.ts';

/** The same journal, with each append measured: one look at the clock before and after, for a whole batch. */
export function meteredJournal(journal: BoardJournal, meters: Pick<Meters, 'kept' | 'notKept'>): BoardJournal {
  return {
    async append(entries) {
      const begun = performance.now();
      try {
        await journal.append(entries);
      } catch (reason) {
        meters.notKept();
        throw reason;
      }
      meters.kept({ entries: entries.length, seconds: (performance.now() - begun) / 1_000 });
    },
    replaceContents: (board, contents) => journal.replaceContents(board, contents),
    remove: (board) => journal.remove(board),
    read: (board, fromSeq, limit) => journal.read(board, fromSeq, limit),
    readAudited: (board, afterSeq, limit) => journal.readAudited(board, afterSeq, limit),
    lastSeq: (board) => journal.lastSeq(board),
    putCheckpoint: (manifest, chunks) => journal.putCheckpoint(manifest, chunks),
    latestCheckpoint: (board) => journal.latestCheckpoint(board),
  };
}
