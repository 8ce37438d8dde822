import type { ErrorCode } from '@bridgeboard/protocol';
import { actingAs, isOutOfSight, schoolRulesOf, type OpensAt } from '../board/board-rules.ts';
import type { BoardState } from '../board/board-state.ts';
import { stops, type Stop } from '../moderation/decision-tables.ts';
import type { EditInput } from './edit-act.ts';

/** Where nobody tells the time, hours are never open. */
const closedByHours: OpensAt = (_, hours) => (hours === null ? null : { at: Infinity, by: [] });

/** SG-29, SG-30, BP3, P25: why nothing of an edit can be taken at this moment, or null where it can. */
export function stopOf(
  state: BoardState,
  input: Pick<EditInput, 'actor' | 'teacherHere' | 'opensAt'>,
): ErrorCode | null {
  const { person, school } = input.actor;
  const here = actingAs(state, input.actor);
  const rules = schoolRulesOf(state, school);
  const holds: Readonly<Record<Stop, boolean>> = {
    away: !here,
    outOfSight: isOutOfSight(state, school),
    boardFrozen: state.whole.frozenBy.length + state.whole.stoppedBy.length > 0,
    schoolFrozen: rules.frozenBy.length > 0,
    personFrozen: state.members.get(person)?.frozen ?? false,
    outsideHours: (input.opensAt ?? closedByHours)(school, rules.hours) !== null,
    noTeacher: rules.needsTeacher && input.teacherHere?.(school) === false,
  };
  const role = here?.role ?? input.actor.role;
  const codes = (Object.keys(stops) as Stop[]).map((stop) => (holds[stop] ? stops[stop][role] : null));
  return codes.find((code) => code !== null) ?? null;
}
