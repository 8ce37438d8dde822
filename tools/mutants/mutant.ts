/** One place of the source and what stands there instead. */
export interface SourceEdit {
  /** Path from the root. */
  readonly file: string;
  /** Exact text; occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** A bug put in on purpose, to see whether the tests find it. */
export interface Mutant {
  readonly id: string;
  /** The bug in one sentence, and where the promise has no such mechanism here, why this is the nearest to it. */
  readonly what: string;
  /** The promise that it breaks. */
  readonly breaks: string;
  readonly edits: readonly SourceEdit[];
  /** Test files that are expected to notice; where they do not, all others are asked. */
  readonly tests: readonly string[];
  /** What alone can see it; where this machine has no such thing, the bug is left out. */
  readonly needs?: 'strace';
}

/** The text with one edit made; null where it does not fit exactly once. */
export function withEdit(text: string, { find, replace }: SourceEdit): string | null {
  const place = text.indexOf(find);
  if (find === '' || place < 0 || text.includes(find, place + 1)) return null;
  return text.slice(0, place) + replace + text.slice(place + find.length);
}
