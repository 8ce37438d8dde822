import { readFileSync } from 'node:fs';

import { createTextCheck } from '@bridgeboard/domain/text-check';

/** How a built-in text check does on the corpora beside this file (SG-03). */
export interface TextCheckFigures {
  /** Share of the planted texts in which something was found. */
  readonly recall: number;
  /** The worse share of ordinary texts, names or sentences, in which something was found. */
  readonly falseHolds: number;
  readonly planted: number;
  readonly names: number;
  readonly sentences: number;
  /** The texts that went wrong, to be looked at. */
  readonly missed: readonly string[];
  readonly falselyHeld: readonly string[];
}

function linesOf(corpus: 'planted' | 'names' | 'sentences'): string[] {
  const text = readFileSync(new URL(`text-check/${corpus}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** Runs the check with the built-in lists over all corpora. */
export function measureTextCheck(): TextCheckFigures {
  const check = createTextCheck({ own: [], off: [] });
  const isFound = (text: string): boolean => check(text).length > 0;
  // Each line begins with what it is; an end of line within the text is written as in code.
  const planted = linesOf('planted').map((line) => line.replace(/^\w+\t/, '').replaceAll('\\n', '\n'));
  const names = linesOf('names').flatMap((line) => line.split(' '));
  const sentences = linesOf('sentences');
  const missed = planted.filter((text) => !isFound(text));
  const [heldNames, heldSentences] = [names.filter(isFound), sentences.filter(isFound)];
  return {
    recall: 1 - missed.length / planted.length,
    falseHolds: Math.max(heldNames.length / names.length, heldSentences.length / sentences.length),
    planted: planted.length,
    names: names.length,
    sentences: sentences.length,
    missed,
    falselyHeld: [...heldNames, ...heldSentences],
  };
}
