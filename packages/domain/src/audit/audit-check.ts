import type { AuditHead, KeptAuditLine } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';

/** What can be wrong with the audit log: a line is missing, is not what was kept, or the end is not the one that was noted. */
export type AuditFault = 'hole' | 'line' | 'network' | 'end';

/** Goes along the audit log from its first line on and says where its chain of hashes is broken (AU3). */
export class AuditCheck {
  #head: AuditHead = { number: 0, hash: '' };
  #noted: AuditHead;

  /** @param noted the newest line as it was noted apart from the lines: without that a log cut short would be whole */
  constructor(noted: AuditHead) {
    this.#noted = noted;
  }

  /** The last line that was found to be right. */
  get head(): AuditHead {
    return this.#head;
  }

  /** What is wrong with the next line, or null. A network may be gone; one that stands must be the one that was sealed. */
  take({ line, network }: KeptAuditLine): AuditFault | null {
    const { hash, ...rest } = line;
    if (line.number !== this.#head.number + 1) return 'hole';
    if (hashOf([this.#head.hash, rest]) !== hash) return 'line';
    if (network !== null && hashOf(network) !== line.networkHash) return 'network';
    this.#head = { number: line.number, hash };
    return line.number === this.#noted.number && hash !== this.#noted.hash ? 'end' : null;
  }

  /** A later note of the newest line, for whoever goes on where the log ended before. */
  note(head: AuditHead): void {
    this.#noted = head;
  }

  /** Whether the log ends too early; to be asked after its last line. */
  end(): AuditFault | null {
    return this.#head.number < this.#noted.number ? 'end' : null;
  }
}
