import type { Author, BoardRules, ErrorCode, SchoolBrief, Standing } from '@bridgeboard/protocol';
import type { SessionStatus } from '@bridgeboard/sync-client';

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
  return [...troubles(facts), ...freezes(facts), ...modes(facts), ...pointers(facts)];
}

/** Whether this person can only look on: frozen for now, or always. The words for it, or null. */
export function restOf({ you, standing, rules }: Pick<NoticeFacts, 'you' | 'standing' | 'rules'>): MessageId | null {
  if (you.role === 'staff') return null;
  const isSchoolFrozen = rules?.schools.some(({ school, frozen }) => school === you.school && frozen) ?? false;
  if (standing?.frozen ?? isSchoolFrozen) return 'error.FROZEN';
  return standing?.level === 'view' ? 'board.lookOnly' : null;
}

function troubles(facts: NoticeFacts): Notice[] {
  const { status, skipped } = facts;
  const obstacle: ErrorCode | null = status.obstacle;
  return [
    ...(obstacle === null ? [] : [line('problem', `error.${obstacle}`)]),
    ...(status.closed === 'WAIT_FOR_TEACHER' ? [line('wait', 'board.waitForTeacher')] : []),
    // Where the tools are gone too, it is said in their place.
    ...(status.closed === 'FROZEN' && restOf(facts) === null ? [line('wait', 'error.FROZEN')] : []),
    ...(skipped > 0 ? [line('problem', 'board.skipped', { count: skipped })] : []),
  ];
}

/** A pupil who is frozen reads it where the tools were; everybody else, whose drawing is stopped. */
function freezes({ you, rules, schools }: NoticeFacts): Notice[] {
  const frozen = (rules?.schools ?? []).filter(
    ({ school, frozen: isFrozen }) => isFrozen && (you.role === 'staff' || school !== you.school),
  );
  return frozen.map(({ school }) => line('frozen', 'board.frozen.school', { school: nameOf(school, schools) }));
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

/** P31: nobody should wonder where the others have gone. */
function pointers({ rules }: NoticeFacts): Notice[] {
  return rules?.cursorsOff === true ? [line('pointer', 'board.pointers.off')] : [];
}

function nameOf(id: string, schools: readonly SchoolBrief[]): string {
  return schools.find((school) => school.id === id)?.shortName ?? '';
}

function line(kind: Notice['kind'], message: MessageId, values: Notice['values'] = {}): Notice {
  return { kind, message, values };
}
