import type { AuditHead, KeptAuditLine } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';
import { LineChain } from './line-chain.ts';

/** What can be wrong with the audit log: a line is missing, is not what was kept, or the end is not the one that was noted. */
export type AuditFault = 'hole' | 'line' | 'network' | 'end';

/** Goes along the audit log from its first line on and says where its chain of hashes is broken (AU3). */
export class AuditCheck {
  readonly #chain: LineChain;

  /** @param noted the newest line as it was noted apart from the lines */
  constructor(noted: AuditHead) {
    this.#chain = new LineChain(noted);
  }

  /** The last line that was found to be right. */
  get head(): AuditHead {
    return this.#chain.head;
  }

  /** What is wrong with the next line, or null. A network may be gone; one that stands must be the one that was sealed. */
  take({ line, network }: KeptAuditLine): AuditFault | null {
    const fault = this.#chain.check(line);
    if (fault !== null) return fault;
    if (network !== null && hashOf(network) !== line.networkHash) return 'network';
    return this.#chain.pass(line);
  }

  /** A later note of the newest line, for whoever goes on where the log ended before. */
  note(head: AuditHead): void {
    this.#chain.note(head);
  }

  /** Whether the log ends too early; to be asked after its last line. */
  end(): AuditFault | null {
    return this.#chain.end();
  }
}
