import type { WordList } from '../word-index.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

function entriesOf(lines: string): string[] {
  return [...new Set(lines.split('\n').filter((line) => line !== ''))];
}

/** The lists that come with the product, by the language they are in. A school adds words of its own and switches single ones off. */
export const builtInLists: readonly WordList[] = [
  { list: 'en', entries: entriesOf(english) },
  { list: 'fr', entries: entriesOf(french) },
  { list: 'ar', entries: entriesOf(arabic) },
];
