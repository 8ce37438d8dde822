import { formatLocale } from './format-locale.ts';
import { isolate } from './isolate.ts';

/** "Ms Reed, Mr Bello and Mr Okafor", or with "or", as the reader's language joins names. */
export function listWords(words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(formatLocale(), { type }).format(words.map(isolate));
}
