import type { AuditLineView, AuditPerson, SchoolBrief } from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { listWords } from '../../lib/list-words.ts';

/** Words that the log uses, each with words of its own on the page. */
const known = {
  all: 'audit.word.all',
  held: 'audit.word.held',
  'own-school': 'audit.word.ownSchool',
  open: 'audit.word.open',
  true: 'audit.word.on',
  false: 'audit.word.off',
  others: 'audit.word.others',
  teacher: 'audit.word.teacher',
  password: 'audit.word.password',
  code: 'audit.word.code',
  passkey: 'audit.word.passkey',
  administrator: 'audit.word.administrator',
  lead: 'audit.word.lead',
  names: 'audit.word.names',
  check: 'audit.word.check',
  photos: 'audit.word.photos',
  hours: 'audit.word.hours',
  families: 'audit.word.families',
  keepmonths: 'audit.word.keepMonths',
  'photo-on-board': 'classes.consent.photoOnBoard',
  'photo-to-partner': 'classes.consent.photoToPartner',
  'publish-work': 'classes.consent.publishWork',
  'nickname-on-published': 'classes.consent.nicknameOnPublished',
  given: 'audit.word.given',
  'taken-back': 'audit.word.takenBack',
  words: 'trust.kind.words',
  drawing: 'trust.kind.drawing',
  picture: 'trust.kind.picture',
  board: 'trust.level.board',
  before: 'trust.level.before',
  after: 'trust.level.after',
  trusted: 'trust.level.trusted',
  nobody: 'school.factorOf.nobody',
  leading: 'school.factorOf.leading',
  staff: 'school.factorOf.staff',
  'put-away': 'audit.word.putAway',
  approvals: 'audit.word.approvals',
  rejected: 'audit.word.rejected',
  set: 'audit.word.set',
  removed: 'audit.word.removed',
} as const;

function isKnown(word: string): word is keyof typeof known {
  return Object.hasOwn(known, word);
}

/** So many people are named; a whole class would fill the page. */
const mostNames = 4;

/** What somebody is called: by name, by school, or as somebody who is not known any more. */
export function personWords(person: AuditPerson, schools: readonly SchoolBrief[], t: Translate): string {
  if (person.name !== null) return isolate(person.name);
  const school = schools.find(({ id }) => id === person.school);
  if (person.school === null || person.role === 'staff') return t('audit.somebodyGone');
  return school === undefined ? t('audit.pupilElsewhere') : t('audit.pupilOf', { school: isolate(school.shortName) });
}

/** Everything about a line but who, when and on which board. */
export function aboutWords(line: AuditLineView, schools: readonly SchoolBrief[], t: Translate): string[] {
  const named = line.people.slice(0, mostNames).map((person) => personWords(person, schools, t));
  const rest = line.people.length - named.length;
  const people = rest > 0 ? [...named, t('audit.morePeople', { count: rest })] : named;
  return [
    ...(people.length === 0 ? [] : [listWords(people)]),
    ...line.about.flatMap(({ name }) => (name === null ? [] : [isolate(name)])),
    ...(line.pieces === 0 ? [] : [t('audit.pieces', { count: line.pieces })]),
    ...detailWords(line, t),
  ];
}

function detailWords({ act, detail }: AuditLineView, t: Translate): string[] {
  if (detail === null) return [];
  if (act === 'door.open') return [t('audit.minutes', { count: Number(detail) })];
  if (act === 'board.members') return [t('audit.classes', { count: Number(detail) })];
  if (act === 'pupil.import') return [t('audit.pupils', { count: Number(detail) })];
  if (act === 'school.trust') {
    return [detail === 'never' ? t('trust.risesNever') : t('trust.rises', { count: Number(detail) })];
  }
  return detail.split(',').flatMap((word) => (isKnown(word) ? [t(known[word])] : []));
}
