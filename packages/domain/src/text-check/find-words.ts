import type { TextFind } from '@bridgeboard/protocol';
import type { FoldedText } from './fold-text.ts';
import { countFrequent } from './languages.ts';
import type { ListedWord, WordIndex } from './word-index.ts';

interface Piece {
  readonly text: string;
  readonly at: number;
}

const signs: ReadonlyMap<string, string> = new Map(
  '4a @a 8b 3e €e 9g 6g 0o 5s $s 7t +t 2z #* ?* %* |!'.split(' ').map(([sign = '', letter = '']) => [sign, letter]),
);
/** Signs that stand for one letter or another. */
const doubtful = /[1!]/;
const doubts = /[1!]/g;
const betweenLetters = /[^\p{L}\p{M}*]/gu;
const noLetters = /[^\p{L}\p{M}]/gu;
const longestChunk = 60;
/** What may stand in front of a word that is spelled out, letter by letter: "u r …". */
const aside = /^[iuaryn]{1,3}/;

/** Words of the lists in a folded text, also where they are spelled out, stretched, masked or mixed with signs. */
export function findWords(text: FoldedText, index: WordIndex): TextFind[] {
  const words = piecesOf(text.folded, /[\p{L}\p{M}]+/gu);
  const found = [...plainWords(words, index), ...disguised(text.folded, index), ...spelled(text.folded, index)];
  const isOrdinary = ordinaryHere(words.map((word) => word.text));
  return found
    .filter(({ word }) => !isOrdinary(word))
    .map(({ word, from, to }) => ({
      kind: 'words' as const,
      from: text.from[from] ?? 0,
      to: text.to[to - 1] ?? 0,
      list: word.list,
    }));
}

interface Found {
  readonly word: ListedWord;
  readonly from: number;
  readonly to: number;
}

function piecesOf(folded: string, pattern: RegExp): Piece[] {
  return [...folded.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));
}

/** Whether a word is an ordinary one in the language that a text reads like. */
function ordinaryHere(words: readonly string[]): (word: ListedWord) => boolean {
  return ({ list, ordinaryIn }) => {
    const own = countFrequent(words, list);
    return ordinaryIn.some((language) => countFrequent(words, language) > own);
  };
}

const mostWordsOfAnEntry = 4;

function plainWords(words: readonly Piece[], index: WordIndex): Found[] {
  return words.flatMap(({ text, at }, place) => {
    const behind = words.slice(place + 1, place + mostWordsOfAnEntry);
    const hit = index.find(
      text,
      behind.map((word) => word.text),
    );
    if (!hit) return [];
    const last = words[place + hit.more] ?? { text, at };
    return [{ word: hit.found, from: at, to: last.at + last.text.length }];
  });
}

/** Letters with signs for letters, or with signs between them, in one run without a space: `b4d`, `b.a.d`, `b*d`. */
function disguised(folded: string, index: WordIndex): Found[] {
  return piecesOf(folded, /\S+/g).flatMap((chunk) => {
    const body = bodyOf(chunk);
    if (body.text.length > longestChunk || !/\p{L}/u.test(body.text) || !/[^\p{L}\p{M}]/u.test(body.text)) return [];
    const word = unmask(body.text, index);
    return word ? [{ word, from: body.at, to: body.at + body.text.length }] : [];
  });
}

/** Without the punctuation around it; signs that may stand for a letter stay. */
function bodyOf({ text, at }: Piece): Piece {
  const start = /^[^\p{L}\p{N}$@*#€]*/u.exec(text)?.[0].length ?? 0;
  const end = /[^\p{L}\p{M}\p{N}$*#€]*$/u.exec(text.slice(start))?.[0].length ?? 0;
  return { text: text.slice(start, text.length - end), at: at + start };
}

/** Letter by letter with spaces or signs between: `b a d`, or one letter a line. */
function spelled(folded: string, index: WordIndex): Found[] {
  const units = piecesOf(folded, /[\p{L}\p{M}\p{N}$@*!]+/gu);
  const found: Found[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    const word = run.length < 3 ? null : asWord(run.map(({ text }) => text).join(''), index);
    const [first, last] = [run[0], run.at(-1)];
    if (word && first && last) found.push({ word, from: first.at, to: last.at + last.text.length });
    run = [];
  };
  for (const unit of units) {
    const before = run.at(-1);
    const isNear = !before || unit.at - before.at - before.text.length <= 3;
    const isSingle = new Set(unit.text).size === 1;
    if (!isNear || !isSingle) close();
    if (isSingle) run.push(unit);
  }
  close();
  return found;
}

function asWord(joined: string, index: WordIndex): ListedWord | null {
  if (!/\p{L}/u.test(joined) || joined.length > longestChunk) return null;
  const skipped = aside.exec(joined)?.[0].length ?? 0;
  for (let start = 0; start <= skipped; start += 1) {
    const word = joined.length - start >= 3 ? unmask(joined.slice(start), index) : null;
    if (word) return word;
  }
  return null;
}

/** What a run of letters and signs is in the lists when its signs are read as letters, or are left out. */
function unmask(body: string, index: WordIndex): ListedWord | null {
  const read = asLetters(body);
  const readings = doubtful.test(read) ? ['i', 'l'].map((doubt) => read.replaceAll(doubts, doubt)) : [read];
  for (const reading of readings) {
    const word = reading.replaceAll(betweenLetters, '');
    const isMasked = word.includes('*') && !word.startsWith('*') && word.replaceAll('*', '').length >= 2;
    const meant = isMasked ? (index.standsFor(word)[0] ?? word) : word.replaceAll('*', '');
    const hit = meant.length > 1 ? index.find(meant) : null;
    if (hit) return hit.found;
  }
  const bare = body.replaceAll(noLetters, '');
  return bare.length > 2 ? (index.find(bare)?.found ?? null) : null;
}

function asLetters(body: string): string {
  let read = '';
  for (const letter of body) read += signs.get(letter) ?? letter;
  return read;
}
