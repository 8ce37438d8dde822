import { setImmediate as nextTurn } from 'node:timers/promises';

import { StorageDamaged } from '@bridgeboard/storage';

/** Goes along a chained log, line by line. */
interface ChainCheck<Line, Fault> {
  /** The last line that was found to be right. */
  readonly head: { readonly number: number; readonly hash: string };
  take(line: Line): Fault | null;
  end(): Fault | null;
}

/** How many lines are read and hashed before others get their turn. */
const pageSize = 200;

/** Reads a chained log from where `check` has come to, and answers what is wrong with it; `line` where one is not even in the form of one. */
export async function checkChain<Line, Fault>(
  log: { read(fromNumber: number, limit: number): Promise<readonly Line[]> },
  check: ChainCheck<Line, Fault>,
): Promise<Fault | 'line' | null> {
  try {
    for (;;) {
      const lines = await log.read(check.head.number + 1, pageSize);
      for (const line of lines) {
        const fault = check.take(line);
        if (fault !== null) return fault;
      }
      if (lines.length < pageSize) return check.end();
      await nextTurn();
    }
  } catch (error) {
    if (error instanceof StorageDamaged) return 'line';
    throw error;
  }
}
