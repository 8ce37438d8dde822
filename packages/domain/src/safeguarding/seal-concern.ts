import type { ConcernDraft, ConcernHead, KeptConcernLine } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';

/** Makes a draft the line that follows `before`: numbered, and chained by its hash (SGD2). */
export function sealConcern(before: ConcernHead, { content, ...facts }: ConcernDraft): KeptConcernLine {
  const line = { v: 1 as const, number: before.number + 1, ...facts, contentHash: content && hashOf(content) };
  return { line: { ...line, hash: hashOf([before.hash, line]) }, content };
}

/** What can be wrong with the lines of reports: one is missing, is not what was kept, what was sealed is other than it was, or the end is not the noted one. */
export type ConcernFault = 'hole' | 'line' | 'content' | 'end';

/** Goes along the lines of reports from the first one on and says where their chain of hashes is broken (SGD2). */
export class ConcernCheck {
  #head: ConcernHead = { number: 0, hash: '' };
  readonly #noted: ConcernHead;
  /** Reports of which something sealed is not there. */
  readonly #missing = new Set<string>();

  /** @param noted the newest line as it was noted apart from the lines */
  constructor(noted: ConcernHead) {
    this.#noted = noted;
  }

  /** The last line that was found to be right. */
  get head(): ConcernHead {
    return this.#head;
  }

  /** What is wrong with the next line, or null. What was sealed may be gone only where a later line says so. */
  take({ line, content }: KeptConcernLine): ConcernFault | null {
    const { hash, ...rest } = line;
    if (line.number !== this.#head.number + 1) return 'hole';
    if (hashOf([this.#head.hash, rest]) !== hash) return 'line';
    if (content !== null && hashOf(content) !== line.contentHash) return 'content';
    if (content === null && line.contentHash !== null) this.#missing.add(line.concern);
    if (line.event.kind === 'forgotten') this.#missing.delete(line.concern);
    this.#head = { number: line.number, hash };
    return line.number === this.#noted.number && hash !== this.#noted.hash ? 'end' : null;
  }

  /** Whether they end too early, or something sealed is gone that nobody let go; to be asked after the last line. */
  end(): ConcernFault | null {
    if (this.#head.number < this.#noted.number) return 'end';
    return this.#missing.size > 0 ? 'content' : null;
  }
}
