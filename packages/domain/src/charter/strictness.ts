import type { CharterChange, CharterLine, OpenHours, SchoolRules } from '@bridgeboard/protocol';

/** The values of each line that is a choice, the strictest first. */
const fromStrict = {
  names: ['pseudonym', 'nickname'],
  check: ['before', 'after'],
  photos: ['never', 'with-consent'],
  families: ['nothing', 'published'],
} as const satisfies { readonly [Line in CharterLine]?: readonly SchoolRules[Line][] };

/** All lines of a charter, as a page lists them. */
export const charterLines = ['names', 'check', 'photos', 'hours', 'families', 'keepMonths'] as const;

type ChoiceLine = keyof typeof fromStrict;

function rank<Line extends ChoiceLine>(line: Line, value: SchoolRules[Line]): number {
  return (fromStrict[line] as readonly SchoolRules[ChoiceLine][]).indexOf(value);
}

/** The stricter of two schools' values; hours are no part of it, because theirs are of two days and zones. */
export function stricter<Line extends Exclude<CharterLine, 'hours'>>(
  line: Line,
  one: SchoolRules[Line],
  other: SchoolRules[Line],
): SchoolRules[Line] {
  if (line === 'keepMonths') return one < other ? one : other;
  const choice: ChoiceLine = line;
  return rank(choice, one as SchoolRules[ChoiceLine]) <= rank(choice, other as SchoolRules[ChoiceLine]) ? one : other;
}

function areWithin(inner: OpenHours | null, outer: OpenHours | null): boolean {
  if (outer === null) return true;
  return inner !== null && inner.from >= outer.from && inner.to <= outer.to;
}

/** Whether a value permits nothing that the same school's rules do not: hours of the same zone, so only the school's own. */
export function isAsStrict(change: CharterChange, rules: SchoolRules): boolean {
  switch (change.line) {
    case 'hours':
      return areWithin(change.value, rules.hours);
    case 'keepMonths':
      return change.value <= rules.keepMonths;
    default:
      return rank(change.line, change.value) <= rank(change.line, rules[change.line]);
  }
}

/** The value of one line of a school's rules. */
export function lineOf(rules: SchoolRules, line: CharterLine): CharterChange {
  // The two are of one line: the compiler cannot follow that through a union.
  return { line, value: rules[line] } as CharterChange;
}

/** The rules with one line changed. */
export function withLine(rules: SchoolRules, change: CharterChange): SchoolRules {
  return { ...rules, [change.line]: change.value };
}
