import { findContacts } from './find-contacts.ts';
import { findWords } from './find-words.ts';
import { foldText } from './fold-text.ts';
import { builtInLists } from './lists/built-in-lists.ts';
import type { TextFind } from './text-find.ts';
import { WordIndex } from './word-index.ts';

/** What a school looks for besides what comes with the product, and which of that it does not. */
export interface SchoolWords {
  readonly own: readonly string[];
  /** Entries of the built-in lists that are switched off, as `en:word`. */
  readonly off: readonly string[];
}

/** Looks a text through; the finds stand in their order and do not overlap. */
export type TextCheck = (text: string) => readonly TextFind[];

/** Makes the check of one school. Costs a few milliseconds; the check itself well under one for the longest text of a pupil. */
export function createTextCheck({ own, off }: SchoolWords): TextCheck {
  const isOff = new Set(off);
  const lists = builtInLists.map(({ list, entries }) => ({
    list,
    entries: entries.filter((entry) => !isOff.has(`${list}:${entry.split(' ~')[0] ?? ''}`)),
  }));
  const index = new WordIndex([...lists, { list: 'own', entries: own }]);
  return (text) => {
    const folded = foldText(text);
    return apart([...findContacts(folded), ...findWords(folded, index)]);
  };
}

/** Of finds that overlap the longest stays. */
function apart(finds: readonly TextFind[]): TextFind[] {
  const kept: TextFind[] = [];
  for (const one of finds.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}
