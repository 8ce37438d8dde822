import type { JournalEntry } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';

/** Goes along a board's journal from its first entry on and says where its chain of hashes is broken (D3). */
export class ChainCheck {
  #seq = 0;
  #chain = '';

  /** Number of the last entry that was taken. */
  get seq(): number {
    return this.#seq;
  }

  /** What is wrong with the next entry, or null. Content that was erased is not what its hash was taken of, and may not be. */
  take({ facts, content }: JournalEntry): 'hole' | 'chain' | 'content' | null {
    const { chain, ...rest } = facts;
    if (facts.seq !== this.#seq + 1) return 'hole';
    if (hashOf([this.#chain, rest]) !== chain) return 'chain';
    if (content.erased === undefined && hashOf(content) !== facts.contentHash) return 'content';
    this.#seq = facts.seq;
    this.#chain = chain;
    return null;
  }
}
