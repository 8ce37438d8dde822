import { createHash } from 'node:crypto';

import { newId, systemRandom } from '../time-and-chance.ts';
import { asOfNow, isEmptyStore, type StoreOfNow, type WholeStore } from '../whole-store.ts';
import { BackupFailure } from './backup-failure.ts';
import { beginEpoch } from './begin-epoch.ts';
import { bytesOf, readBytes } from './picture-bytes.ts';
import { pictures, storeParts, type StorePart } from './store-parts.ts';
import { writeInBatches } from './write-in-batches.ts';

/** How many things of each kind came over, by name. */
export type Moved = readonly { readonly name: string; readonly count: number }[];

/**
 * Brings everything from one store into another, empty one, reads both again and compares them part by part, and begins a new
 * epoch on each board (BK5). The store it came from stays as it is. Nobody may write to either meanwhile.
 */
export async function moveStore(from: WholeStore, to: WholeStore, now: () => number): Promise<Moved> {
  if (!(await isEmptyStore(to))) {
    throw new BackupFailure('There is something in the store to move to already: move into an empty one.');
  }
  const source = await asOfNow(from);
  await bringBytes(source, to);
  for (const part of storeParts) await writeInBatches(part, part.read(source), to);
  const target = await asOfNow(to);
  const moved: { name: string; count: number }[] = [];
  for (const part of storeParts) {
    const [one, other] = [await digestOf(part, source), await digestOf(part, target)];
    if (one.hash !== other.hash || one.count !== other.count) {
      throw new BackupFailure(`Not all came over: ${part.name} differ, ${one.count} there and ${other.count} here.`);
    }
    moved.push({ name: part.name, count: one.count });
  }
  for (const board of target.boards) {
    const at = now();
    await beginEpoch(to.storage.journal, board, { epoch: newId(systemRandom), to: at, now: at });
  }
  return moved;
}

/** Before the rows that name them (REL-22). What is there already, as in a bucket of both, stays. */
async function bringBytes(from: StoreOfNow, to: WholeStore): Promise<void> {
  const { blobs } = to.storage;
  for await (const blob of bytesOf(pictures.read(from))) {
    if ((await blobs.size(blob.hash)) !== blob.bytes) await blobs.put(blob.hash, readBytes(from, blob));
  }
}

/** Order counts for entries of a journal; of the rest each store has its own. */
async function digestOf(part: StorePart<unknown>, source: StoreOfNow): Promise<{ hash: string; count: number }> {
  const lines: string[] = [];
  for await (const value of part.read(source)) lines.push(createHash('sha256').update(inOrder(value)).digest('hex'));
  return { hash: createHash('sha256').update(lines.toSorted().join()).digest('hex'), count: lines.length };
}

/** A value as text that does not depend on the order in which a store gives its fields back. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
