import { setImmediate as nextTurn } from 'node:timers/promises';

import { ConcernCheck, type ConcernFault } from '@bridgeboard/domain';
import type { ConcernHead } from '@bridgeboard/protocol';
import { StorageDamaged, type ConcernLog } from '@bridgeboard/storage';

/** What the check of the log of reports came to: the last line that is right, and what is wrong after it. */
export interface ConcernVerdict {
  readonly head: ConcernHead;
  readonly fault: ConcernFault | null;
}

const pageSize = 100;

/** Reads the log of reports and checks its chain and what is sealed beside it (SGD2). It needs no key. */
export async function checkConcerns(log: Pick<ConcernLog, 'head' | 'read'>): Promise<ConcernVerdict> {
  const check = new ConcernCheck(await log.head());
  try {
    for (;;) {
      const lines = await log.read(check.head.number + 1, pageSize);
      for (const line of lines) {
        const fault = check.take(line);
        if (fault !== null) return { head: check.head, fault };
      }
      if (lines.length < pageSize) return { head: check.head, fault: check.end() };
      await nextTurn();
    }
  } catch (error) {
    if (error instanceof StorageDamaged) return { head: check.head, fault: 'line' };
    throw error;
  }
}
