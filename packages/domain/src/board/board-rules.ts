import type { BoardRole, BoardRules, OpeningHours, Standing } from '@bridgeboard/protocol';
import { defaultRules, type BoardState, type SchoolRules } from './board-state.ts';

/** What holds for the pupils of one school. */
export function schoolRulesOf(state: BoardState, school: string): SchoolRules {
  return state.schoolRules.get(school) ?? defaultRules.school;
}

/** Whether the pupils of a school may not write for now, because of a freeze of the school or of the whole board. */
function isSchoolFrozen(state: BoardState, school: string): boolean {
  const { frozenBy, stoppedBy } = state.whole;
  return frozenBy.length + stoppedBy.length + schoolRulesOf(state, school).frozenBy.length > 0;
}

/** P39: whether another school has stopped everything, so that this school, or guests (null), see nothing of the board. */
export function isOutOfSight(state: BoardState, school: string | null): boolean {
  return state.whole.stoppedBy.some((by) => by !== school);
}

/** P31: whether any school wants no pointers on this board. */
export function areCursorsOff(state: BoardState): boolean {
  return state.whole.cursorsOffBy.length > 0;
}

/** When pupils may write again, ms since 1970, and the schools whose hours in the charter keep them from it now. */
export interface NextOpening {
  readonly at: number;
  readonly by: readonly string[];
}

/** When the pupils of a school may write again, by the hours of the board and by the charter; null: now. */
export type OpensAt = (school: string, hours: OpeningHours | null) => NextOpening | null;

/** The rules that hold at this moment, for each school of the board, in the order of its schools; everybody may know them. */
export function rulesOf(state: BoardState, opensAt: OpensAt, guests: readonly string[] = []): BoardRules {
  const schools = state.schools.map((school) => {
    const { mode, needsTeacher, looksFirst, hours } = schoolRulesOf(state, school);
    const frozen = isSchoolFrozen(state, school);
    const opening = opensAt(school, hours);
    const opens = { opensAt: opening?.at ?? null, closedBy: [...(opening?.by ?? [])] };
    return { school, mode, frozen, needsTeacher, looksFirst, hours, ...opens };
  });
  const { staffPages, stoppedBy } = state.whole;
  return {
    schools,
    stoppedBy: [...stoppedBy],
    cursorsOff: areCursorsOff(state),
    staffPages: [...staffPages],
    guests: [...guests],
  };
}

/**
 * How one person stands on the board: `frozen` says whether this person's writing is stopped, for whatever reason: alone,
 * with the school, with the whole board, or because they are away. Staff always have level `all` and are frozen only where they see
 * nothing of the board.
 */
export function standingOf(state: BoardState, person: string): Standing {
  const member = state.members.get(person);
  if (!member) return { frozen: false, level: 'own' };
  const isAway = member.away !== null;
  if (member.role === 'staff') return { frozen: isAway || isOutOfSight(state, member.school), level: 'all' };
  return { frozen: isAway || member.frozen || isSchoolFrozen(state, member.school), level: member.level };
}

/**
 * Somebody as the board knows them, by the stricter of two roles: the one they came with and the one they have here. Null
 * for whoever has left or is suspended. Who is no member yet is taken as they came: rooms make them members first.
 */
export function actingAs<Someone extends { readonly person: string; readonly role: BoardRole }>(
  state: BoardState,
  someone: Someone,
): Someone | null {
  const member = state.members.get(someone.person);
  if (!member) return someone;
  if (member.away !== null) return null;
  return member.role === 'staff' ? someone : { ...someone, role: member.role };
}
