import { boxedAlphabets, readsAs } from './confusables.ts';

/** A text as it reads to somebody in a hurry, with the place in the original of each of its UTF-16 units. */
export interface FoldedText {
  readonly original: string;
  readonly folded: string;
  /** Where in the original the letter begins and ends that each unit was made from. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]/u;
const blank = /[\p{Z}\p{Cc}\u2800]/u;
/** Marks that may be left out or piled up without changing what is read; those of other scripts are vowels. */
const looseMark =
  /(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const digit = /\p{Nd}/u;
const known = new Map<string, string>();

/**
 * Folds a text for looking words up: compatibility forms (NFKC), case, loose diacritics, look-alikes and digits of any script become
 * one way of writing, what nobody sees is gone, and each blank is a space.
 */
export function foldText(original: string): FoldedText {
  const from: number[] = [];
  const to: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of original) {
    const read = foldLetter(letter);
    // A mark that is left out is part of the letter in front of it.
    if (read === '' && to.length > 0) to[to.length - 1] = at + letter.length;
    for (let unit = 0; unit < read.length; unit += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    folded += read;
    at += letter.length;
  }
  return { original, folded, from, to };
}

function foldLetter(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const read = readLetter(letter);
  // A text can hold any of a million letters; those of a board are few.
  if (known.size < 4_000) known.set(letter, read);
  return read;
}

function readLetter(letter: string): string {
  if (letter === '\n') return letter;
  if (blank.test(letter)) return ' ';
  const boxed = boxedLetter(letter);
  if (boxed !== null) return boxed;
  let read = '';
  for (const part of letter.normalize('NFKC').toLowerCase().normalize('NFKD')) {
    if (unseen.test(part) || looseMark.test(part)) continue;
    read += digit.test(part) ? valueOf(part) : (readsAs.get(part) ?? part);
  }
  return read;
}

/** Digits of each script stand in a row of ten. */
function valueOf(part: string): string {
  const code = part.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function boxedLetter(letter: string): string | null {
  const code = letter.codePointAt(0) ?? 0;
  const first = boxedAlphabets.find((start) => code >= start && code < start + 26);
  return first === undefined ? null : String.fromCodePoint(code - first + 97);
}
