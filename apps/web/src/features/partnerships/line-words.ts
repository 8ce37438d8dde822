import { charterLines, dayAround, openSpans } from '@bridgeboard/domain';
import type { CharterChange, CharterLine, CharterPage, SchoolBrief, SchoolRules } from '@bridgeboard/protocol';

import { formatClock } from '../../i18n/format-time.ts';
import type { MessageId } from '../../i18n/translate.ts';
import { clockOf } from '../../lib/clock-field.ts';
import { isolate } from '../../lib/isolate.ts';
import type { Speech } from './speech.ts';

export { charterLines };

/** What a line is about. */
export function lineTitle(line: CharterLine, { t }: Speech): string {
  const id: MessageId = `charter.line.${line}`;
  return t(id);
}

/** A value as one school sets it: "6 months", "08:00–18:00", "With consent". */
export function valueWords(change: CharterChange, { t }: Speech): string {
  switch (change.line) {
    case 'keepMonths':
      return t('charter.keepMonths', { count: change.value });
    case 'hours':
      return change.value === null
        ? t('charter.hours.any')
        : `${clockOf(change.value.from)}–${clockOf(change.value.to)}`;
    case 'names':
      return t(`charter.names.${change.value}`);
    case 'check':
      return t(`charter.check.${change.value}`);
    case 'photos':
      return t(`charter.photos.${change.value}`);
    case 'families':
      return t(`charter.families.${change.value}`);
  }
}

/** A line of some rules. */
export function lineOf(rules: SchoolRules, line: CharterLine): CharterChange {
  // Line and value are of one rule: the compiler cannot follow that through a union.
  return { line, value: rules[line] } as CharterChange;
}

/** A school's value with what makes it that school's: hours are told with the town whose clock they are of. */
export function schoolValueWords(change: CharterChange, school: SchoolBrief, speech: Speech): string {
  const words = valueWords(change, speech);
  if (change.line !== 'hours' || change.value === null) return words;
  return speech.t('charter.hours.there', { hours: words, town: isolate(school.place) });
}

/** What holds of a line, in one or more rows. */
export function holdsWords(
  line: CharterLine,
  { page, own, now }: { page: CharterPage; own: SchoolBrief; now: number },
  speech: Speech,
): string[] {
  const { holds, schools } = page;
  if (line === 'hours') return hoursWords(page, { own, now }, speech);
  const words = valueWords(lineOf({ ...holds, hours: null }, line), speech);
  const other = schools.find(({ id }) => id !== own.id);
  if (line !== 'names' || holds.names !== 'pseudonym' || other === undefined) return [words];
  return [speech.t('charter.names.example', { words, alias: isolate(`${other.place} 7`) })];
}

/** The hours of today that all schools share, by the clock of each town: "08:00–16:00 here", "09:00–17:00 in Kano". */
function hoursWords(page: CharterPage, { own, now }: { own: SchoolBrief; now: number }, speech: Speech): string[] {
  const { hours } = page.holds;
  if (hours.length === 0) return [speech.t('charter.hours.any')];
  const spans = openSpans(hours, dayAround(own.timeZone, now));
  if (spans.length === 0) return [speech.t('charter.hours.never')];
  const told = new Map<string, string>();
  for (const { timeZone, place, id } of page.schools) {
    const clockAt = (at: number): string => formatClock(new Date(at), timeZone, speech.intl);
    const words = speech.list(spans.map(({ from, to }) => `${clockAt(from)}–${endOf(clockAt(to))}`));
    if (told.has(words)) continue;
    const isHere = id === own.id;
    told.set(
      words,
      isHere
        ? speech.t('charter.hours.here', { hours: words })
        : speech.t('charter.hours.there', { hours: words, town: isolate(place) }),
    );
  }
  return [...told.values()];
}

/** Midnight at the end of a day is 24:00. */
function endOf(clockWords: string): string {
  return clockWords === '00:00' ? '24:00' : clockWords;
}
