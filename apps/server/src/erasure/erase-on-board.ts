import { erasePerson, eraserOf, type ContentEraser } from '@bridgeboard/domain';
import type { BoardJournal, PublicationStore } from '@bridgeboard/storage';

import { loadBoard } from '../rooms/load-board.ts';
import { rewriteBoard } from '../rooms/rewrite-board.ts';

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

/** Takes a person's work out of one board and its publications. Cut off anywhere, it is done again from the beginning. */
export async function eraseOnBoard(parts: Parts, wish: Wish): Promise<void> {
  const { person, now } = wish;
  const { eraser } = await rewriteBoard(parts, wish, {
    entry: (before) => erasePerson(before, { person, now }),
    eraser: () => eraserOf(person, now),
    now,
  });
  await eraseFromPublications(parts, wish.board, eraser);
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
