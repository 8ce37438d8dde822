import {
  applyEntry,
  createBoardState,
  entriesOf,
  writeCheckpoint,
  type BoardState,
  type ContentEraser,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardJournal, NumberedContent } from '@bridgeboard/storage';

import { loadBoard } from './load-board.ts';

/** How many journal entries are read at a time. */
const pageSize = 500;

interface Parts {
  readonly journal: BoardJournal;
  /** tldraw's serialised schema, for the checkpoint. */
  readonly schema: unknown;
}

/** What is to go from a board, as the board stands before. */
interface Going {
  /** Takes it off the board; null where that has been done. */
  readonly entry: (before: BoardState) => JournalEntry | null;
  readonly eraser: (before: BoardState) => ContentEraser;
  readonly now: number;
}

/**
 * Takes work out of one board for good, which nobody else may write to meanwhile. The entry comes first, then the content
 * of all entries, then a checkpoint in place of those from before: cut off anywhere, it is done again from the beginning.
 */
export async function rewriteBoard(
  { journal, schema }: Parts,
  about: { readonly board: string; readonly schools: readonly string[] },
  going: Going,
): Promise<{ state: BoardState; eraser: ContentEraser }> {
  const { board, schools } = about;
  const before = await loadBoard(journal, about);
  const entry = going.entry(before);
  if (entry) await journal.append(entriesOf(entry, before.chain));
  const eraser = going.eraser(before);
  const state = createBoardState({ board, schools, epoch: '' });
  for (;;) {
    const page = await journal.read(board, state.seq + 1, pageSize);
    await journal.replaceContents(board, withoutTheirs(page, { eraser, state }));
    if (page.length < pageSize) break;
  }
  const chunks = writeCheckpoint(state, going.now);
  await journal.putCheckpoint({ board, epoch: state.epoch, seq: state.seq, chunks: chunks.length, schema }, chunks);
  return { state, eraser };
}

/** The contents that change, while the board is replayed as it is from now on. */
function withoutTheirs(
  page: readonly JournalEntry[],
  to: { eraser: ContentEraser; state: BoardState },
): NumberedContent[] {
  return page.flatMap((entry) => {
    const content = to.eraser.take(entry);
    applyEntry(to.state, content ? { ...entry, content } : entry);
    return content ? [{ seq: entry.facts.seq, content }] : [];
  });
}
