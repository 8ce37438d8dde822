import type { Author, BoardRules, ErrorCode, SchoolBrief, Standing } from '@bridgeboard/protocol';
import type { SessionStatus } from '@bridgeboard/sync-client';

import { formatClock, formatDay } from '../../i18n/format-time.ts';
import { listWords } from '../../lib/list-words.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import type { MessageId } from '../../i18n/translate.ts';

/** What a board page has to say of itself, beside where the own work is. */
export interface NoticeFacts {
  readonly you: Author;
  readonly schools: readonly SchoolBrief[];
  readonly rules: BoardRules | null;
  readonly standing: Standing | null;
  readonly status: Pick<SessionStatus, 'closed' | 'obstacle'>;
  /** Things of this board that cannot be shown. */
  readonly skipped: number;
}

/** One line. frozen: nobody of a school draws · eye: who sees work at once · wait: what is made is kept · pointer: none are shown · problem: something is wrong. */
export interface Notice {
  readonly kind: 'frozen' | 'eye' | 'wait' | 'pointer' | 'problem';
  readonly message: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything to be said now, the most pressing first. */
export function noticesOf(facts: NoticeFacts): Notice[] {
  return [
    ...troubles(facts),
    ...stops(facts),
    ...freezes(facts),
    ...hours(facts),
    ...modes(facts),
    ...guests(facts),
    ...pointers(facts),
  ];
}

/** Why a pupil can only look on. */
export type Rest = Pick<Notice, 'message' | 'values'>;

type RestFacts = Pick<NoticeFacts, 'you' | 'standing' | 'rules' | 'schools'> & {
  /** The page that is open. */
  readonly page: string | null;
};

/** Whether this person can only look on: frozen for now, outside their school's hours, on this page, or always. The words for it. */
export function restOf({ you, standing, rules, schools, page }: RestFacts): Rest | null {
  if (you.role === 'staff') return null;
  const { frozen, opensAt, closedBy } = rules?.schools.find(({ school }) => school === you.school) ?? atEase;
  if (isStopped(rules)) return { message: 'board.stop.rest', values: {} };
  if (standing?.frozen ?? frozen) return { message: 'error.FROZEN', values: {} };
  if (standing?.level === 'view') return { message: 'board.lookOnly', values: {} };
  if (opensAt !== null) return closedOf({ you, schools, opensAt, closedBy });
  return restOnPage({ rules, page, standing });
}

/** Why nothing is drawn on this page, though something may be said about what is on it. */
function restOnPage({ rules, page, standing }: Pick<RestFacts, 'rules' | 'page' | 'standing'>): Rest | null {
  if (isStaffPage(rules, page)) return { message: 'board.staffPage', values: {} };
  return standing?.level === 'comment' ? { message: 'board.commentOnly', values: {} } : null;
}

/** Until when, and by whose rule, where the charter shuts the board. */
function closedOf(closed: Pick<RestFacts, 'you' | 'schools'> & { opensAt: number; closedBy: readonly string[] }): Rest {
  const { you, schools, opensAt, closedBy } = closed;
  const when = whenOf(opensAt, you.school, schools);
  if (closedBy.length === 0) return { message: 'board.hours.own', values: when };
  return { message: 'board.hours.charter', values: { ...when, schools: listOf(closedBy, schools) } };
}

/** What holds for a school of which nothing has been said yet. */
const atEase = { frozen: false, opensAt: null, closedBy: [] };

function isStaffPage(rules: BoardRules | null, page: string | null): boolean {
  return page !== null && rules !== null && rules.staffPages.includes(page);
}

function troubles(facts: NoticeFacts): Notice[] {
  const { status, skipped } = facts;
  const obstacle: ErrorCode | null = status.obstacle;
  return [
    ...(obstacle === null ? [] : [line('problem', `error.${obstacle}`)]),
    ...(status.closed === 'WAIT_FOR_TEACHER' ? [line('wait', 'board.waitForTeacher')] : []),
    // Where the tools are gone too, it is said in their place.
    ...(status.closed === 'FROZEN' && restOf({ ...facts, page: null }) === null ? [line('wait', 'error.FROZEN')] : []),
    ...(skipped > 0 ? [line('problem', 'board.skipped', { count: skipped })] : []),
  ];
}

/** Whether any school has stopped everything. */
export function isStopped(rules: BoardRules | null): boolean {
  return rules !== null && rules.stoppedBy.length > 0;
}

/** Other schools that have stopped everything: this one sees nothing of the board (P39). */
export function stoppedByOthers(rules: BoardRules | null, own: string): string[] {
  return (rules?.stoppedBy ?? []).filter((school) => school !== own);
}

/** Staff read that their own school has stopped everything, and who sees nothing; others read it in place of the board. */
function stops({ you, rules, schools }: NoticeFacts): Notice[] {
  if (you.role === 'pupil' || rules?.stoppedBy.includes(you.school) !== true) return [];
  const others = schools.flatMap(({ id }) => (id === you.school ? [] : [id]));
  return [line('frozen', 'board.stop.own', { schools: listOf(others, schools), count: others.length })];
}

/** A pupil who is frozen reads it where the tools were; everybody else, whose drawing is stopped. */
function freezes({ you, rules, schools }: NoticeFacts): Notice[] {
  // Who has stopped everything has stopped this too.
  if (isStopped(rules)) return [];
  const frozen = (rules?.schools ?? []).filter(
    ({ school, frozen: isFrozen }) => isFrozen && (you.role === 'staff' || school !== you.school),
  );
  return frozen.map(({ school }) => line('frozen', 'board.frozen.school', { school: nameOf(school, schools) }));
}

/** BP3: a pupil reads of the own school's hours where the tools were; everybody else, whose drawing waits. */
function hours({ you, rules, schools }: NoticeFacts): Notice[] {
  return (rules?.schools ?? []).flatMap(({ school, opensAt, closedBy }) => {
    if (opensAt === null || (you.role === 'pupil' && school === you.school)) return [];
    if (closedBy.length > 0) {
      // The charter's hours are one fact for all schools: it is said once, by the reader's own clock.
      if (school !== you.school) return [];
      const values = { ...whenOf(opensAt, you.school, schools), schools: listOf(closedBy, schools) };
      return [line('wait', 'board.hours.charterStaff', values)];
    }
    return [
      line('wait', 'board.hours.school', { school: nameOf(school, schools), ...whenOf(opensAt, school, schools) }),
    ];
  });
}

/** A moment by the clocks of a school. */
function whenOf(at: number, school: string, schools: readonly SchoolBrief[]): { day: string; clock: string } {
  const zone = schools.find(({ id }) => id === school)?.timeZone ?? 'UTC';
  const locale = formatLocale();
  return { day: formatDay(new Date(at), zone, locale), clock: formatClock(new Date(at), zone, locale) };
}

/** D2: that work is seen before a teacher has looked at it, everybody on the board is told. */
function modes({ rules, schools }: NoticeFacts): Notice[] {
  const known = rules?.schools ?? [];
  const [first] = known;
  if (first === undefined) return [];
  if (known.every(({ mode }) => mode === first.mode)) {
    if (first.mode === 'held') return [];
    return [line('eye', first.mode === 'open' ? 'board.mode.openAll' : 'board.mode.ownSchoolAll')];
  }
  return known.flatMap(({ school, mode }) => {
    const values = { school: nameOf(school, schools) };
    if (mode === 'held') return [];
    return [line('eye', mode === 'open' ? 'board.mode.open' : 'board.mode.ownSchool', values)];
  });
}

/** BP6: whoever looks on is named to everybody. */
function guests({ rules }: NoticeFacts): Notice[] {
  const names = rules?.guests ?? [];
  return names.length === 0 ? [] : [line('eye', 'board.guests', { names: listWords(names), count: names.length })];
}

/** P31: nobody should wonder where the others have gone. */
function pointers({ rules }: NoticeFacts): Notice[] {
  return rules?.cursorsOff === true ? [line('pointer', 'board.pointers.off')] : [];
}

function listOf(ids: readonly string[], schools: readonly SchoolBrief[]): string {
  return listWords(ids.map((id) => nameOf(id, schools)));
}

function nameOf(id: string, schools: readonly SchoolBrief[]): string {
  return schools.find((school) => school.id === id)?.shortName ?? '';
}

function line(kind: Notice['kind'], message: MessageId, values: Notice['values'] = {}): Notice {
  return { kind, message, values };
}
