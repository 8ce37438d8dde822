import type { WholeStore } from '../whole-store.ts';
import type { StorePart } from './store-parts.ts';

const batchSize = 200;

/** Keeps the values of a part in a store, in their order, some at a time. */
export async function writeInBatches(
  part: StorePart<unknown>,
  values: AsyncIterable<unknown>,
  to: WholeStore,
): Promise<void> {
  let batch: unknown[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < batchSize) continue;
    await part.write(to, batch);
    batch = [];
  }
  await part.write(to, batch);
}
