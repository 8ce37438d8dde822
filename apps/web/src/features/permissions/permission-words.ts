import type {
  BoardMembers,
  BoardPeople,
  BoardSchool,
  GuestLine,
  OpeningHours,
  PupilLevel,
} from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import { clockOf } from '../../lib/clock-field.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { listWords } from '../../lib/list-words.ts';

const levels: readonly PupilLevel[] = ['all', 'own', 'comment', 'view'];
/** 5 January 1970 was a Monday. */
const firstMondayMs = 4 * 24 * 3_600_000;

type GuestOnBoard = Pick<GuestLine, 'name' | 'adds'>;

/** What the rows below it come to, sentence by sentence: read aloud by a head teacher before anyone touches a menu. */
export function sentencesOf(
  people: BoardPeople,
  { guests, families }: { guests: readonly GuestOnBoard[]; families: number },
  t: Translate,
): string[] {
  const names = people.schools.flatMap(({ staff }) => staff);
  const staffPages = people.pages.filter(({ staffOnly }) => staffOnly).length;
  return [
    ...people.schools.flatMap((school) => [...whoCan(school, t), ...whenSeen(school, people, t)]),
    ...(names.length > 0 ? [t('permissions.say.approve', { names: listWords(names), count: names.length })] : []),
    ...(families > 0 && people.familiesSee ? [t('permissions.say.families', { count: families })] : []),
    ...guestsCan(
      'guests',
      guests.filter(({ adds }) => !adds),
      t,
    ),
    ...guestsCan(
      'guestsAdd',
      guests.filter(({ adds }) => adds),
      t,
    ),
    ...(staffPages > 0 ? [t('permissions.say.staffPages', { count: staffPages })] : []),
  ];
}

/** Schools of which not everybody takes part; of the own one the rows below say who does. */
export function chosenOf(people: BoardPeople, { isWhole, others }: BoardMembers, t: Translate): string[] {
  const chosen = new Set(others.flatMap(({ school, classes }) => (classes === null ? [] : [school.id])));
  const those = people.schools.filter(({ school, isOwn }) => (isOwn ? !isWhole : chosen.has(school.id)));
  return those.map(({ school }) => t('permissions.say.members', { school: school.shortName }));
}

function guestsCan(what: 'guests' | 'guestsAdd', guests: readonly GuestOnBoard[], t: Translate): string[] {
  const names = guests.map(({ name }) => name);
  return names.length === 0 ? [] : [t(`permissions.say.${what}`, { names: listWords(names), count: names.length })];
}

/** Classes with the same level stand together; of another school nobody's class is known. */
function whoCan({ school, classes, level }: BoardSchool, t: Translate): string[] {
  const pupils = t('permissions.pupilsOf', { school: school.shortName });
  if (classes.every((one) => one.level === level)) return [t(`permissions.say.level.${level}`, { who: pupils })];
  return levels.flatMap((one) => {
    const those = classes.filter((each) => each.level === one).map(({ name }) => name);
    return those.length === 0 ? [] : [t(`permissions.say.level.${one}`, { who: listWords(those) })];
  });
}

function whenSeen(
  { school, mode, hours, needsTeacher, frozen }: BoardSchool,
  people: BoardPeople,
  t: Translate,
): string[] {
  const about = { school: school.shortName };
  return [
    t(`permissions.say.mode.${mode}`, about),
    ...(hours === null ? [] : [t('permissions.say.hours', { ...about, hours: hoursInWords(hours) })]),
    ...(needsTeacher ? [t('permissions.say.needsTeacher', about)] : []),
    ...(frozen || people.frozen ? [t('permissions.say.frozen', about)] : []),
  ];
}

/** "Mon, Tue and Fri 08:00–15:30". */
export function hoursInWords({ days, from, to }: OpeningHours): string {
  return `${listWords(days.toSorted((one, other) => one - other).map(dayInWords))} ${clockOf(from)}–${clockOf(to)}`;
}

/** "Mon" for 1, in the reader's language. */
export function dayInWords(day: number): string {
  const date = new Date(firstMondayMs + (day - 1) * 24 * 3_600_000);
  return new Intl.DateTimeFormat(formatLocale(), { weekday: 'short', timeZone: 'UTC' }).format(date);
}
