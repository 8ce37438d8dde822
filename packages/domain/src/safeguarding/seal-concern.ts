import type { ConcernDraft, ConcernHead, KeptConcernLine } from '@bridgeboard/protocol';
import { chainedLine, LineChain } from '../audit/line-chain.ts';
import { hashOf } from '../board/canonical.ts';

/** Makes a draft the line that follows `before`: numbered, and chained by its hash (SGD2). */
export function sealConcern(before: ConcernHead, { content, ...facts }: ConcernDraft): KeptConcernLine {
  return { line: chainedLine(before, { ...facts, contentHash: content && hashOf(content) }), content };
}

/** What can be wrong with the lines of reports: one is missing, is not what was kept, what was sealed is other than it was, or the end is not the noted one. */
export type ConcernFault = 'hole' | 'line' | 'content' | 'end';

/** Goes along the lines of reports from the first one on and says where their chain of hashes is broken (SGD2). */
export class ConcernCheck {
  readonly #chain: LineChain;
  /** Reports of which something sealed is not there. */
  readonly #missing = new Set<string>();

  /** @param noted the newest line as it was noted apart from the lines */
  constructor(noted: ConcernHead) {
    this.#chain = new LineChain(noted);
  }

  /** The last line that was found to be right. */
  get head(): ConcernHead {
    return this.#chain.head;
  }

  /** What is wrong with the next line, or null. What was sealed may be gone only where a later line says so. */
  take({ line, content }: KeptConcernLine): ConcernFault | null {
    const fault = this.#chain.check(line);
    if (fault !== null) return fault;
    if (content !== null && hashOf(content) !== line.contentHash) return 'content';
    if (content === null && line.contentHash !== null) this.#missing.add(line.concern);
    if (line.event.kind === 'forgotten') this.#missing.delete(line.concern);
    return this.#chain.pass(line);
  }

  /** Whether they end too early, or something sealed is gone that nobody let go; to be asked after the last line. */
  end(): ConcernFault | null {
    return this.#chain.end() ?? (this.#missing.size > 0 ? 'content' : null);
  }
}
