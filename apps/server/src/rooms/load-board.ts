import { createBoardState, readCheckpoint, replayTo, takeTouched, type BoardState } from '@bridgeboard/domain';
import type { BoardJournal } from '@bridgeboard/storage';

/** How many journal entries are read at a time. */
const pageSize = 1_000;

/**
 * A board's state from its newest checkpoint and the journal after it. Rejects when any of it is missing or out of order:
 * a board that cannot be read whole is never opened as an empty one.
 */
export async function loadBoard(
  journal: BoardJournal,
  about: { board: string; schools: readonly string[] },
): Promise<BoardState> {
  const checkpoint = await journal.latestCheckpoint(about.board);
  const state = checkpoint ? readCheckpoint(checkpoint.chunks) : createBoardState({ ...about, epoch: '' });
  for (;;) {
    const entries = await journal.read(about.board, state.seq + 1, pageSize);
    replayTo(state, entries);
    if (entries.length < pageSize) break;
  }
  if (state.seq === 0) throw new Error('a board has no journal');
  // P32: a commit that is not here will never come.
  state.parts = [];
  // Nobody has a view of it yet that would have to catch up.
  takeTouched(state);
  return state;
}
