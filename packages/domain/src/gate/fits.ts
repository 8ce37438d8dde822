import { limits } from './limits.ts';

/** Where a browser may break a line: blanks, but none of those that hold two words together. */
const breaks = /[^\S\u00A0\u202F\u2007\uFEFF]/u;

/** Whether a text is short enough and has no unbroken run that is too long. */
export function fits(text: string, maxLength: number): boolean {
  return text.length <= maxLength && text.split(breaks).every((run) => run.length <= limits.both.unbrokenRun);
}
