import type { KeptConcernLine } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

const pageSize = 200;

/** Every line of the log of reports, the first ever written first, read a page at a time. */
export async function* allConcernLines(log: Pick<ConcernLog, 'read'>): AsyncGenerator<KeptConcernLine> {
  for (let from = 1; ; from += pageSize) {
    const page = await log.read(from, pageSize);
    yield* page;
    if (page.length < pageSize) return;
  }
}
