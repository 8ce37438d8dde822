import type { SchoolWords, TextFind } from '@bridgeboard/protocol';
import { findContacts } from './find-contacts.ts';
import { findWords } from './find-words.ts';
import { foldText } from './fold-text.ts';
import { builtInLists } from './lists/built-in-lists.ts';
import { WordIndex } from './word-index.ts';

/** Looks a text through; the finds stand in their order and do not overlap. */
export type TextCheck = (text: string) => readonly TextFind[];

/** Makes the check of one school. Costs a few milliseconds; the check itself well under one for the longest text of a pupil. */
export function createTextCheck({ own, off }: SchoolWords): TextCheck {
  const isOff = new Set(off);
  const lists = builtInLists.map(({ list, entries }) => ({
    list,
    entries: entries.filter((entry) => !isOff.has(switchOf(list, entry))),
  }));
  const index = new WordIndex([...lists, { list: 'own', entries: own }]);
  return (text) => {
    const folded = foldText(text);
    return apart([...findContacts(folded), ...findWords(folded, index)]);
  };
}

/** The built-in lists as people read them. */
export function shownLists(): { list: string; entries: string[] }[] {
  return builtInLists.map(({ list, entries }) => ({ list, entries: entries.map(shownEntry) }));
}

/** What an entry of a built-in list is called where it is switched off. */
function switchOf(list: string, entry: string): string {
  return `${list}:${shownEntry(entry)}`;
}

function shownEntry(entry: string): string {
  return entry.split(' ~')[0] ?? '';
}

/** Of finds that overlap the longest stays. */
function apart(finds: readonly TextFind[]): TextFind[] {
  const kept: TextFind[] = [];
  for (const one of finds.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  }
  return kept.toSorted((a, b) => a.from - b.from);
}
