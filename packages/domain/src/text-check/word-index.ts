import { foldText } from './fold-text.ts';

/** A word, a stem or several words that a list looks for. */
export interface ListedWord {
  readonly list: string;
  /** As it stands in the list: `bad`, `stem*`, `two words`. */
  readonly entry: string;
  /** Languages in which it is an ordinary word as well. */
  readonly ordinaryIn: readonly string[];
}

interface Part extends ListedWord {
  readonly runs: readonly number[];
  readonly isStem: boolean;
  /** The words that have to follow the first one. */
  readonly following: readonly string[];
}

/** A list: one entry a line; `~xx` behind an entry says that it is an ordinary word in that language. */
export interface WordList {
  readonly list: string;
  readonly entries: readonly string[];
}

const shortestStem = 3;
const headLength = 2;
/** In words so short another letter makes another word: "as", "good". */
const longEnoughToStretch = 4;
const clitics = /^(?=[\u0600-\u06FF])(?:و|ف)?(?:ال|بال|كال|لل|يا|ب|ل|ك)?(?=.{3})/u;

/** Letters with how often each is repeated: `baad` is `bad` with 1, 2, 1. */
function squeeze(word: string): { readonly letters: string; readonly runs: readonly number[] } {
  let letters = '';
  const runs: number[] = [];
  for (let at = 0; at < word.length; at += 1) {
    if (at > 0 && word[at] === word[at - 1]) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else {
      letters += word[at] ?? '';
      runs.push(1);
    }
  }
  return { letters, runs };
}

/** Reads an entry of a list; null where nothing of it is a word. */
function readEntry(entry: string): { entry: string; words: string[]; isStem: boolean } | null {
  const written = (entry.split('~')[0] ?? '').trim();
  const words = foldText(written).folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const isStem = written.endsWith('*') && words.length === 1;
  const isLongEnough = words.join('').length >= (isStem ? shortestStem : headLength);
  return words.length > 0 && isLongEnough ? { entry: written, words: [...words], isStem } : null;
}

/** Finds the words of all lists by how they read, repeated letters and all. */
export class WordIndex {
  readonly #whole = new Map<string, Part[]>();
  readonly #stems = new Map<string, Part[]>();
  readonly #byShape = new Map<string, string[]>();
  /** The first letters of all that is looked for: most words of a text begin otherwise. */
  readonly #heads = new Set<string>();

  constructor(lists: readonly WordList[]) {
    for (const { list, entries } of lists) for (const entry of entries) this.#add(list, entry);
  }

  /** What a folded word is in the lists, with how many more of the words behind it belong to it; null where it is in none. */
  find(word: string, behind: readonly string[] = []): { readonly found: ListedWord; readonly more: number } | null {
    for (const form of formsOf(word)) {
      const found = this.#lookUp(form, behind);
      if (found) return { found, more: found.following.length };
    }
    return null;
  }

  /** Words of the lists that a word with letters left out, `b*d`, can stand for. */
  standsFor(masked: string): readonly string[] {
    const candidates = this.#byShape.get(`${masked[0] ?? ''}${masked.length}`) ?? [];
    return candidates.filter((word) => [...masked].every((letter, at) => letter === '*' || letter === word[at]));
  }

  #lookUp(word: string, behind: readonly string[]): Part | null {
    const { letters, runs } = squeeze(word);
    if (!this.#heads.has(letters.slice(0, headLength))) return null;
    const whole = this.#whole
      .get(letters)
      ?.find((part) => isStretched(runs, part) && part.following.every(isAt(behind)));
    if (whole) return whole;
    for (let length = headLength; length <= letters.length; length += 1) {
      const stem = this.#stems.get(letters.slice(0, length))?.find((part) => isStretched(runs.slice(0, length), part));
      if (stem) return stem;
    }
    return null;
  }

  #add(list: string, line: string): void {
    const read = readEntry(line);
    if (!read) return;
    const [first = '', ...following] = read.words;
    const { letters, runs } = squeeze(first);
    const ordinaryIn = [...line.matchAll(/~([a-z]{2})/g)].map(([, language = '']) => language);
    const part = { list, entry: read.entry, ordinaryIn, runs, isStem: read.isStem, following };
    this.#heads.add(letters.slice(0, headLength));
    const map = read.isStem ? this.#stems : this.#whole;
    map.set(letters, [...(map.get(letters) ?? []), part]);
    if (following.length > 0) return;
    const shape = `${first[0] ?? ''}${first.length}`;
    this.#byShape.set(shape, [...(this.#byShape.get(shape) ?? []), first]);
  }
}

function isAt(behind: readonly string[]): (word: string, place: number) => boolean {
  return (word, place) => behind[place] === word;
}

/** Whether a word that has these runs is a listed one with letters repeated, and not another word. */
function isStretched(runs: readonly number[], { runs: listed, isStem }: Part): boolean {
  const fewest = listed.reduce((sum, run) => sum + run, 0) < longEnoughToStretch ? 3 : 2;
  return listed.every((run, at) => {
    const here = runs[at] ?? 0;
    const isLastOfStem = isStem && at === listed.length - 1;
    return here === run || (here > run && (isLastOfStem || here >= fewest));
  });
}

/** Arabic writes small words together with the next one. */
function formsOf(word: string): readonly string[] {
  const bare = word.replace(clitics, '');
  return bare === word ? [word] : [word, bare];
}
