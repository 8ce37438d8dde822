import type { JournalEntry } from '@bridgeboard/protocol';

/** How much one entry may hold before its act is kept in parts (P32). */
export interface EntryLimit {
  /** Bytes of its JSON. */
  readonly bytes: number;
  /** A browser's edit of so many steps is not weighed: a message is small, and inverses of large values are only named. */
  readonly unweighedSteps: number;
}

/** P32: the largest entry that a journal takes. */
export const entryLimit: EntryLimit = { bytes: 4 * 1024 * 1024, unweighedSteps: 1_000 };

/** Whether an entry is more than the limit. */
export function isOver(entry: JournalEntry, limit: EntryLimit): boolean {
  if (entry.facts.client && entry.facts.changes.length <= limit.unweighedSteps) return false;
  return bytesOf(entry) > limit.bytes;
}

/** How long a value is as JSON, in bytes. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
