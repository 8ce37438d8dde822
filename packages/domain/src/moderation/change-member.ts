import type { Change, ErrorCode } from '@bridgeboard/protocol';
import { schoolRulesOf } from '../board/board-rules.ts';
import type { BoardState, Member } from '../board/board-state.ts';
import type { Actor } from '../journal/entry-draft.ts';
import type { GovernEvent } from './govern-event.ts';
import { memberFor } from './who-may.ts';

type MemberEvent = Extract<GovernEvent, { kind: 'change-member' | 'remove-member' | 'return-member' }>;

/** What becomes of how somebody stands on the board (GOV1, P25), or why it may not. */
export function changeMember(state: BoardState, actor: Actor | null, event: MemberEvent): Change[] | ErrorCode {
  const { person } = event;
  const member = memberFor(state, actor, { person, act: 'changeMember' });
  if (typeof member === 'string') return member;
  switch (event.kind) {
    case 'return-member':
      return [{ kind: 'member-changed', person, away: null }];
    case 'remove-member':
      return [{ kind: 'member-changed', person, away: event.why }, ...freezeIfAlone(state, member)];
    case 'change-member':
      return changeRole(state, member, { actor, event });
  }
}

function changeRole(
  state: BoardState,
  member: Member,
  about: { actor: Actor | null; event: Extract<MemberEvent, { kind: 'change-member' }> },
): Change[] | ErrorCode {
  const { role = member.role, level, person } = about.event;
  // Staff always change everything; a level is a pupil's.
  if (level !== undefined && role === 'staff') return 'FORBIDDEN';
  // Who is staff is known where accounts are; nobody on a board makes staff of a pupil, or anything else of a guest.
  if (about.actor && role === 'staff' && member.role === 'pupil') return 'FORBIDDEN';
  if (role === 'guest') return level === undefined ? 'FORBIDDEN' : [{ kind: 'member-changed', person, level }];
  if (member.role === 'guest') return 'FORBIDDEN';
  const change: Change = { kind: 'member-changed', person, role, ...(level === undefined ? {} : { level }) };
  return role === 'pupil' ? [change, ...freezeIfAlone(state, member)] : [change];
}

/** SG-12: pupils are not on a board without staff of their school; when the last of them goes, that school's writing stops. */
function freezeIfAlone(state: BoardState, going: Member): Change[] {
  if (going.role !== 'staff') return [];
  const { school } = going;
  for (const [, member] of state.members.entries()) {
    const isHere = member.away === null && member.role === 'staff' && member.school === school;
    if (isHere && member.person !== going.person) return [];
  }
  const others = schoolRulesOf(state, school).frozenBy.filter((by) => by !== school);
  return [{ kind: 'school-rules', school, frozenBy: [...others, school] }];
}
