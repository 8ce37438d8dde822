import type { JournalEntry } from '@bridgeboard/protocol';

import { chainOf } from './chain.ts';

/**
 * An entry of one board's journal as the next one of another's: sealed anew into that chain, under the same number. The audit log has
 * told of it once already and does not tell it again.
 */
export function copiedEntry(
  { facts, content, effects }: JournalEntry,
  to: { board: string; chain: string },
): JournalEntry {
  const { chain: _, ...about } = facts;
  const copied = { ...about, board: to.board };
  return { facts: { ...copied, chain: chainOf(to.chain, copied) }, content, audit: [], effects };
}
