import { hashOf } from '../board/canonical.ts';

/** The newest line of a chained log; `{ number: 0, hash: '' }` where there is none. */
interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** Makes facts the line that follows `before`: numbered, and chained by its hash. */
export function chainedLine<Facts extends object>(before: ChainHead, facts: Facts) {
  const line = { v: 1 as const, number: before.number + 1, ...facts };
  return { ...line, hash: hashOf([before.hash, line]) };
}

/** Goes along a chained log from its first line on and says where its chain of hashes is broken. */
export class LineChain {
  #head: ChainHead = { number: 0, hash: '' };
  #noted: ChainHead;

  /** @param noted the newest line as it was noted apart from the lines: without that a log cut short would be whole */
  constructor(noted: ChainHead) {
    this.#noted = noted;
  }

  /** The last line that was found to be right. */
  get head(): ChainHead {
    return this.#head;
  }

  /** Whether this is the next line, as it was kept. */
  check(line: ChainHead): 'hole' | 'line' | null {
    const { hash, ...rest } = line;
    if (line.number !== this.#head.number + 1) return 'hole';
    return hashOf([this.#head.hash, rest]) === hash ? null : 'line';
  }

  /** Goes on behind a line that was found to be right; it may be another one than was noted. */
  pass({ number, hash }: ChainHead): 'end' | null {
    this.#head = { number, hash };
    return number === this.#noted.number && hash !== this.#noted.hash ? 'end' : null;
  }

  /** A later note of the newest line, for whoever goes on where the log ended before. */
  note(head: ChainHead): void {
    this.#noted = head;
  }

  /** Whether the log ends too early; to be asked after its last line. */
  end(): 'end' | null {
    return this.#head.number < this.#noted.number ? 'end' : null;
  }
}
