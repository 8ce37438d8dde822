import { ConcernCheck, type ConcernFault } from '@bridgeboard/domain';
import type { ConcernHead } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

import { checkChain } from '../check-chain.ts';

/** What the check of the log of reports came to: the last line that is right, and what is wrong after it. */
export interface ConcernVerdict {
  readonly head: ConcernHead;
  readonly fault: ConcernFault | null;
}

/** Reads the log of reports and checks its chain and what is sealed beside it (SGD2). It needs no key. */
export async function checkConcerns(log: Pick<ConcernLog, 'head' | 'read'>): Promise<ConcernVerdict> {
  const check = new ConcernCheck(await log.head());
  const fault = await checkChain(log, check);
  return { head: check.head, fault };
}
