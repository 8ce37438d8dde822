import { strictRules } from '@bridgeboard/protocol';
import type { CharterHolds, CharterLine, SchoolRules } from '@bridgeboard/protocol';
import { isAsStrict, lineOf, stricter } from './strictness.ts';

/** One school's rules, with the zone that its hours are of. */
export interface ZonedRules {
  readonly school: string;
  readonly timeZone: string;
  readonly rules: SchoolRules;
}

/** The strictest value of each line and whose it is, all schools' where they agree (SG-08). Where no school has said anything, the rules of a new school hold. */
export function whatHolds(all: readonly ZonedRules[]): CharterHolds {
  const [first = strictRules, ...others] = all.map(({ rules }) => rules);
  const strictest = <Line extends Exclude<CharterLine, 'hours'>>(line: Line): SchoolRules[Line] =>
    others.reduce((value, rules) => stricter(line, value, rules[line]), first[line]);
  const choices = {
    names: strictest('names'),
    check: strictest('check'),
    photos: strictest('photos'),
    families: strictest('families'),
    keepMonths: strictest('keepMonths'),
  };
  const hours = all.flatMap(({ school, timeZone, rules }) =>
    rules.hours ? [{ school, timeZone, ...rules.hours }] : [],
  );
  const by = (line: Exclude<CharterLine, 'hours'>): string[] =>
    all.filter((own) => isAsStrict(lineOf(own.rules, line), { ...choices, hours: null })).map(({ school }) => school);
  const setBy = {
    names: by('names'),
    check: by('check'),
    photos: by('photos'),
    families: by('families'),
    keepMonths: by('keepMonths'),
    hours: hours.length > 0 ? hours.map(({ school }) => school) : all.map(({ school }) => school),
  };
  return { ...choices, hours, setBy };
}
