import type { EntryFacts, JournalEntry } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';

/** The hash over the chain so far and the facts of the next entry, which name the hash of its content (D3). */
export function chainOf(before: string, facts: Omit<EntryFacts, 'chain'>): string {
  return hashOf([before, facts]);
}

/**
 * Number of the first of these entries, which follow one another, whose facts or content are not those that were sealed;
 * null where all are. `before` is the chain of the entry before them. Content that was erased is not asked for.
 */
export function firstBrokenLink(entries: Iterable<JournalEntry>, before = ''): number | null {
  let chain = before;
  for (const { facts, content } of entries) {
    const { chain: sealed, ...rest } = facts;
    const isContent = 'erased' in content || hashOf(content) === facts.contentHash;
    if (!isContent || chainOf(chain, rest) !== sealed) return facts.seq;
    chain = sealed;
  }
  return null;
}
