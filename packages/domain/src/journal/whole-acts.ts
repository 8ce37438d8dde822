import type { ChangeContent, Inverse, JournalEntry } from '@bridgeboard/protocol';

/**
 * P32: what an entry comes to after these parts, which wait for their commit: the act, if it completes one, and the parts that
 * wait then. Parts after which something else comes than their commit never happened. Throws where a commit's parts are not
 * all there.
 */
export function takeEntry(
  parts: readonly JournalEntry[],
  entry: JournalEntry,
): { act: JournalEntry | null; parts: readonly JournalEntry[] } {
  const { kind, partOf, seq } = entry.facts;
  if (partOf === undefined) return { act: entry, parts: [] };
  const own = parts.filter(({ facts }) => facts.partOf === partOf);
  if (partOf + own.length !== seq) throw new Error(`a part of the act of entry ${seq} is missing`);
  return kind === 'commit' ? { act: joined(own, entry), parts: [] } : { act: null, parts: [...own, entry] };
}

/** Goes along a journal and gives the acts of it, whether they are one entry or several (P32). */
export class WholeActs {
  #parts: readonly JournalEntry[] = [];

  /** The acts that these entries, which follow those of the last call, complete. */
  take(entries: readonly JournalEntry[]): JournalEntry[] {
    return entries.flatMap((entry) => {
      const { act, parts } = takeEntry(this.#parts, entry);
      this.#parts = parts;
      return act ?? [];
    });
  }
}

/** An act as if it were one entry: with the number and the chain of its commit. */
function joined(parts: readonly JournalEntry[], commit: JournalEntry): JournalEntry {
  const { act, partOf: _, ...facts } = commit.facts;
  const contents: ChangeContent[] = [];
  const inverses: (Inverse | null)[] = [];
  for (const part of parts) {
    const known = 'contents' in part.content ? part.content : null;
    part.facts.changes.forEach((_change, i) => {
      contents.push(known?.contents[i] ?? null);
      inverses.push(known?.inverses[i] ?? null);
    });
  }
  const changes = parts.flatMap((part) => part.facts.changes);
  return { ...commit, facts: { ...facts, kind: act ?? 'commit', changes }, content: { contents, inverses } };
}
