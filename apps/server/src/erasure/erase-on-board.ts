import {
  applyEntry,
  ContentEraser,
  createBoardState,
  entriesOf,
  erasePerson,
  writeCheckpoint,
  type BoardState,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardJournal, NumberedContent, PublicationStore } from '@bridgeboard/storage';

import { loadBoard } from '../rooms/load-board.ts';

/** How many journal entries are read at a time. */
const pageSize = 500;

interface Parts {
  readonly journal: BoardJournal;
  readonly publications: Pick<PublicationStore, 'publicationsOf' | 'replacePart'>;
  /** tldraw's serialised schema, for the checkpoint. */
  readonly schema: unknown;
}

interface Wish {
  readonly board: string;
  readonly schools: readonly string[];
  readonly person: string;
  readonly now: number;
}

/** Whether somebody has ever been on a board. */
export async function wasOnBoard(journal: BoardJournal, wish: Omit<Wish, 'now'>): Promise<boolean> {
  if ((await journal.lastSeq(wish.board)) === 0) return false;
  return (await loadBoard(journal, wish)).members.get(wish.person) !== undefined;
}

/**
 * Takes a person's work out of one board, which nobody else may write to meanwhile. The entry comes first, then the content
 * of all entries, then a checkpoint in place of those from before: cut off anywhere, it is done again from the beginning.
 */
export async function eraseOnBoard(parts: Parts, wish: Wish): Promise<void> {
  const { journal, schema } = parts;
  const { board, schools, person, now } = wish;
  const before = await loadBoard(journal, { board, schools });
  const entry = erasePerson(before, { person, now });
  if (entry) await journal.append(entriesOf(entry, before.chain));
  const eraser = new ContentEraser({ person, at: now });
  const state = createBoardState({ board, schools, epoch: '' });
  for (;;) {
    const page = await journal.read(board, state.seq + 1, pageSize);
    await journal.replaceContents(board, withoutTheirs(page, { eraser, state }));
    if (page.length < pageSize) break;
  }
  const chunks = writeCheckpoint(state, now);
  await journal.putCheckpoint({ board, epoch: state.epoch, seq: state.seq, chunks: chunks.length, schema }, chunks);
  await eraseFromPublications(parts, board, eraser);
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

async function eraseFromPublications(
  { publications }: Pick<Parts, 'publications'>,
  board: string,
  eraser: ContentEraser,
): Promise<void> {
  for (const { id, parts } of await publications.publicationsOf(board)) {
    for (const part of parts) {
      const records = part.records.filter((item) => !eraser.isIn(item));
      if (records.length < part.records.length) await publications.replacePart(id, { ...part, records });
    }
  }
}
