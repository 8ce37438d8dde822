import { copiedEntry } from '@bridgeboard/domain';
import type { BoardJournal } from '@bridgeboard/storage';

/** How many journal entries are copied at a time. */
const pageSize = 200;

/**
 * Copies a board's journal to another board, entry by entry under the same numbers. One that was cut off goes on where it ended: nothing
 * else is written to either of them meanwhile.
 */
export async function copyJournal(journal: BoardJournal, { from, to }: { from: string; to: string }): Promise<void> {
  let seq = await journal.lastSeq(to);
  let chain = seq === 0 ? '' : ((await journal.read(to, seq, 1))[0]?.facts.chain ?? '');
  for (;;) {
    const page = await journal.read(from, seq + 1, pageSize);
    const copied = page.map((entry) => {
      const copy = copiedEntry(entry, { board: to, chain });
      chain = copy.facts.chain;
      return copy;
    });
    if (copied.length > 0) await journal.append(copied);
    seq += page.length;
    if (page.length < pageSize) return;
  }
}
