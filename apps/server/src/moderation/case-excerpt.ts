import type { TextCheck } from '@bridgeboard/domain/text-check';
import type { QueueItem } from '@bridgeboard/protocol';

/** Longest excerpt of a case's words in a list, in characters. */
const longest = 140;
/** How much of what stands in front of a find is shown where the beginning does not fit. */
const before = 40;

/** All words of a case in one line. */
function lineOf(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .join(' · ')
    .replaceAll(/\s+/g, ' ');
}

function cut(line: string, from: number): { words: string; shift: number } {
  const isWhole = line.length - from <= longest - (from > 0 ? 1 : 0);
  const rest = isWhole ? line.slice(from) : `${line.slice(from, from + longest - 2).trimEnd()}…`;
  return from > 0 ? { words: `…${rest}`, shift: from - 1 } : { words: rest, shift: 0 };
}

/** The beginning of what is written, as much as a list has room for. */
export function excerptOf(texts: readonly string[]): string {
  return cut(lineOf(texts), 0).words;
}

/** An excerpt with what the text check finds in it; where the first find is further on, the excerpt is from there. */
export function excerptWithFinds(texts: readonly string[], check: TextCheck): Pick<QueueItem, 'words' | 'found'> {
  const line = lineOf(texts);
  const finds = check(line);
  const [first] = finds;
  const isFar = first !== undefined && line.length > longest && first.to > longest - 1;
  const { words, shift } = cut(line, isFar ? Math.max(0, first.from - before) : 0);
  const found = finds.map((find) => ({
    ...find,
    from: find.from - shift,
    to: Math.min(find.to - shift, words.length),
  }));
  // What is further on counts too, though it has no place in the excerpt.
  return { words, found: found.map((find) => (find.from < find.to ? find : { ...find, from: 0, to: 0 })) };
}
