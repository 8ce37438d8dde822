import { limits } from './limits.ts';

/** Where a browser may break a line: blanks, but none of those that hold two words together. */
const breaks = /[^\S\u00A0\u202F\u2007\uFEFF]/u;

/**
 * Letters of Chinese, Japanese and Korean between two of which a line may break (UAX #14). Signs that may not begin a line
 * everywhere, small kana and marks of repetition, are not among them.
 */
const letter =
  '[\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3あいうえおか-ぢつ-もやゆよ-ろわ-ゔアイウエオカ-ヂツ-モヤユヨ-ロワ-ヴ]';
const brokenAfter = new RegExp(`(${letter})(?=${letter})`, 'gu');

/** Whether a text is short enough and has no unbroken run that is too long. */
export function fits(text: string, maxLength: number): boolean {
  if (text.length > maxLength) return false;
  const runs = text.replaceAll(brokenAfter, '$1 ').split(breaks);
  return runs.every((run) => run.length <= limits.both.unbrokenRun);
}
