import type { CharterChange, CharterLine, OpenHours, SchoolRules } from '@bridgeboard/protocol';

import { lineOf } from './line-words.ts';

/** A value to choose; the key names it in a menu. */
export interface Choice {
  readonly key: string;
  readonly change: CharterChange;
}

const days: readonly (OpenHours | null)[] = [
  { from: 480, to: 960 },
  { from: 480, to: 1_080 },
  { from: 420, to: 1_020 },
  { from: 420, to: 1_200 },
  null,
];
const months = [1, 3, 6, 12, 24, 36];

function offered(line: CharterLine): CharterChange[] {
  switch (line) {
    case 'names':
      return [
        { line, value: 'pseudonym' },
        { line, value: 'nickname' },
      ];
    case 'check':
      return [
        { line, value: 'before' },
        { line, value: 'after' },
      ];
    case 'photos':
      return [
        { line, value: 'never' },
        { line, value: 'with-consent' },
      ];
    case 'families':
      return [
        { line, value: 'nothing' },
        { line, value: 'published' },
      ];
    case 'hours':
      return days.map((value) => ({ line, value }));
    case 'keepMonths':
      return months.map((value) => ({ line, value }));
  }
}

/** The key of a value in its menu. */
export function keyOf({ value }: CharterChange): string {
  return JSON.stringify(value);
}

/** What may be chosen for a line, with the value that a school has, whatever that is. */
export function choicesOf(line: CharterLine, rules: SchoolRules): Choice[] {
  const own = lineOf(rules, line);
  const changes = offered(line);
  const all = changes.some((change) => keyOf(change) === keyOf(own)) ? changes : [own, ...changes];
  return all.map((change) => ({ key: keyOf(change), change }));
}
