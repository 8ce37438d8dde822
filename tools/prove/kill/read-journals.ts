import type { JournalEntry } from '@bridgeboard/protocol';
import type { BoardJournal } from '@bridgeboard/storage';

import { openStore } from '../../sessions/make-sessions.ts';

const pageSize = 1_000;

/** Whole journals of boards, read by a store that was opened for nothing else. */
export async function readJournals(
  store: { readonly dataDir: string; readonly mongoUrl?: string | undefined },
  boards: readonly string[],
): Promise<JournalEntry[][]> {
  const storage = await openStore({ mongoUrl: undefined, ...store });
  try {
    const journals: JournalEntry[][] = [];
    for (const board of boards) journals.push(await readWhole(storage.journal, board));
    return journals;
  } finally {
    await storage.close();
  }
}

async function readWhole(journal: BoardJournal, board: string): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (;;) {
    const page = await journal.read(board, entries.length + 1, pageSize);
    entries.push(...page);
    if (page.length < pageSize) return entries;
  }
}
