import type { JournalEntry } from '@bridgeboard/protocol';

/** P32: the largest entry a journal takes, in bytes of JSON. */
const maxEntryBytes = 4 * 1024 * 1024;

/** So many steps of a browser's edit stay far below the limit: a message is small, and inverses of large values are only named. */
const harmlessSteps = 1_000;

/** Whether an entry is more than a journal takes: then the act has to be refused, because it could never be kept. */
export function isTooBigToKeep(entry: JournalEntry): boolean {
  if (entry.facts.client && entry.facts.changes.length <= harmlessSteps) return false;
  return new TextEncoder().encode(JSON.stringify(entry)).length > maxEntryBytes;
}

/** The outcome of an act of staff: its entry, or TOO_BIG. */
export function keepable(entry: JournalEntry): { readonly entry: JournalEntry } | { readonly refused: 'TOO_BIG' } {
  return isTooBigToKeep(entry) ? { refused: 'TOO_BIG' } : { entry };
}
