import { applyEntry, ChainCheck, createBoardState, restoreBoard, writeCheckpoint } from '@bridgeboard/domain';
import { serializedSchema } from '@bridgeboard/domain/schema-check';
import type { Board } from '@bridgeboard/protocol';
import type { BoardJournal } from '@bridgeboard/storage';

import { BackupFailure } from './backup-failure.ts';

const pageSize = 500;

/**
 * P33: replays a board that has come into another store, and begins a new epoch: what browsers knew of it may never have
 * been here. Leaves a checkpoint, so that the first to open the board need not wait.
 */
export async function beginEpoch(
  journal: BoardJournal,
  { id, schools }: Pick<Board, 'id' | 'schools'>,
  about: { epoch: string; to: number; now: number },
): Promise<void> {
  const state = createBoardState({ board: id, schools, epoch: '' });
  const chain = new ChainCheck();
  for (;;) {
    const page = await journal.read(id, state.seq + 1, pageSize);
    for (const entry of page) {
      if (chain.take(entry) !== null) throw new BackupFailure(`The journal of board ${id} did not come over whole.`);
      applyEntry(state, entry);
    }
    if (page.length < pageSize) break;
  }
  if (state.seq === 0) return;
  const entry = restoreBoard(state, about);
  await journal.append([entry]);
  applyEntry(state, entry);
  const chunks = writeCheckpoint(state, about.now);
  const { board, epoch, seq } = state;
  await journal.putCheckpoint({ board, epoch, seq, chunks: chunks.length, schema: serializedSchema }, chunks);
}
