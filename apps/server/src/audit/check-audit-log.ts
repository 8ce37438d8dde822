import { AuditCheck, type AuditFault } from '@bridgeboard/domain';
import type { AuditHead } from '@bridgeboard/protocol';
import type { AuditLog } from '@bridgeboard/storage';

import { checkChain } from '../check-chain.ts';

/** What the check of the audit log came to: the last line that is right, and what is wrong with the one after it. */
export interface AuditVerdict {
  readonly head: AuditHead;
  readonly fault: AuditFault | null;
}

/** Reads the audit log and checks its chain, from its first line on or from where `check` has come to (AU3). */
export async function checkAuditLog(
  log: Pick<AuditLog, 'head' | 'read'>,
  check = new AuditCheck({ number: 0, hash: '' }),
): Promise<AuditVerdict> {
  // Lines that are kept meanwhile come after the noted one.
  check.note(await log.head());
  const fault = await checkChain(log, check);
  return { head: check.head, fault };
}
