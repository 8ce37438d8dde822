import { setImmediate as nextTurn } from 'node:timers/promises';

import { AuditCheck, type AuditFault } from '@bridgeboard/domain';
import type { AuditHead } from '@bridgeboard/protocol';
import { StorageDamaged, type AuditLog } from '@bridgeboard/storage';

/** What the check of the audit log came to: the last line that is right, and what is wrong with the one after it. */
export interface AuditVerdict {
  readonly head: AuditHead;
  readonly fault: AuditFault | null;
}

/** How many lines are read and hashed before others get their turn. */
const pageSize = 200;

/** Reads the audit log and checks its chain, from its first line on or from where `check` has come to (AU3). */
export async function checkAuditLog(
  log: Pick<AuditLog, 'head' | 'read'>,
  check = new AuditCheck({ number: 0, hash: '' }),
): Promise<AuditVerdict> {
  // Lines that are kept meanwhile come after the noted one.
  check.note(await log.head());
  const fault = await firstFault(log, check);
  return { head: check.head, fault: fault ?? check.end() };
}

async function firstFault(log: Pick<AuditLog, 'read'>, check: AuditCheck): Promise<AuditFault | null> {
  for (;;) {
    const lines = await readLines(log, check.head.number + 1);
    if (lines === null) return 'line';
    for (const line of lines) {
      const fault = check.take(line);
      if (fault !== null) return fault;
    }
    if (lines.length < pageSize) return null;
    await nextTurn();
  }
}

/** Null where a line is not even in the form of one. */
async function readLines(log: Pick<AuditLog, 'read'>, from: number) {
  try {
    return await log.read(from, pageSize);
  } catch (error) {
    if (error instanceof StorageDamaged) return null;
    throw error;
  }
}
