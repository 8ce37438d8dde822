import { actions, type Action, type ActionRule, type Role, type StaffRole } from '@bridgeboard/protocol';

import { leading } from './factor-due.ts';

/** Somebody signed in, as far as it decides what they may. */
export interface PermittedActor {
  readonly role: Role;
  /** What staff are at their school; where nobody says, they are no administrator. */
  readonly roles?: readonly StaffRole[];
  readonly school: string;
  /** True for staff without the second factor that their school asks for: nothing but their own account is open to them. */
  readonly lacksFactor?: boolean;
  /** Whether whoever comes in by this session shows a second factor. */
  readonly hasFactor?: boolean;
}

/** A board as one person stands to it. */
export interface BoardStanding {
  readonly schools: readonly string[];
  /** Whether this person is among those whom their school has on the board; staff always are. */
  readonly isMember: boolean;
  /** Staff of the own school let this pupil in. */
  readonly isAdmitted: boolean;
  /** Nobody works on it any more (KE2). */
  readonly isArchived: boolean;
}

export type Denial = 'SIGN_IN_NEEDED' | 'SECOND_FACTOR_NEEDED' | 'FORBIDDEN' | 'NOT_FOUND' | 'ARCHIVED';

/**
 * The one place that decides who may do what, before anything else about a request or a message is looked at: null for
 * yes. A board that is not there (null) is answered as one that is not theirs (PM2). What becomes of single pieces on a board is
 * decided by the tables of `moderation/decision-tables.ts`.
 */
export function can(actor: PermittedActor | null, action: Action, board: BoardStanding | null = null): Denial | null {
  const rule: ActionRule = actions[action];
  if (rule.who === 'anyone') return null;
  if (actor === null) return 'SIGN_IN_NEEDED';
  const denial = denialOf(actor, rule);
  if (denial !== null) return denial;
  if (rule.on !== 'board') return null;
  if (!board || !isOpenTo(actor, board)) return 'NOT_FOUND';
  return rule.isLive && board.isArchived ? 'ARCHIVED' : null;
}

function denialOf(actor: PermittedActor, rule: ActionRule): Denial | null {
  if (actor.lacksFactor === true && rule.withoutFactor !== true) return 'SECOND_FACTOR_NEEDED';
  if (!isOne(actor, rule.who)) return 'FORBIDDEN';
  return rule.needsFactor === true && actor.hasFactor !== true ? 'SECOND_FACTOR_NEEDED' : null;
}

function isOne({ role, roles = [] }: PermittedActor, who: ActionRule['who']): boolean {
  if (who === 'administrator') return role === 'staff' && roles.includes(who);
  if (who === 'leading') return role === 'staff' && roles.some((one) => leading.includes(one));
  return who === 'signed-in' || who === role;
}

/** Staff of a board's schools may open it; a pupil whom their school has on it may once its staff let them in. */
function isOpenTo({ role, school }: PermittedActor, { schools, isMember, isAdmitted }: BoardStanding): boolean {
  return schools.includes(school) && (role === 'staff' || (isMember && isAdmitted));
}
