import type { ErrorCode } from '@bridgeboard/protocol';
import { actingAs, isOutOfSight } from '../board/board-rules.ts';
import type { BoardState, Member } from '../board/board-state.ts';
import type { Actor } from '../journal/entry-draft.ts';
import { powers, type Act, type Decider, type Power } from './decision-tables.ts';

/** What the tables say that an actor (null is the board itself) may do to a school, or with `null` to the whole board. */
export function powerOver(
  state: BoardState,
  actor: Actor | null,
  about: { readonly act: Act; readonly school: string | null },
): Power {
  if (about.school !== null && !state.schools.includes(about.school)) return 'no';
  return powers[about.act][deciderOf(state, actor, about.school)];
}

function deciderOf(state: BoardState, actor: Actor | null, school: string | null): Decider {
  if (!actor) return 'system';
  const here = actingAs(state, actor);
  if (here?.role !== 'staff' || !state.schools.includes(here.school)) return 'pupil';
  return school === null || school === here.school ? 'own staff' : 'other staff';
}

/** How an act on a school is refused. */
export function refusalOn(state: BoardState, school: string | null): 'FORBIDDEN' | 'NOT_FOUND' {
  return school === null || state.schools.includes(school) ? 'FORBIDDEN' : 'NOT_FOUND';
}

/** Somebody whom this actor may decide about. Another school's people are nobody to staff, whether they exist or not (P23). */
export function memberFor(
  state: BoardState,
  actor: Actor | null,
  about: { readonly person: string; readonly act: Act },
): Member | Extract<ErrorCode, 'FORBIDDEN' | 'NOT_FOUND'> {
  if (actor && actingAs(state, actor)?.role !== 'staff') return 'FORBIDDEN';
  const member = state.members.get(about.person);
  if (!member || powerOver(state, actor, { act: about.act, school: member.school }) !== 'yes') return 'NOT_FOUND';
  // Nobody raises, stops or removes themselves: there is always somebody else who knows of it.
  return member.person === actor?.person ? 'FORBIDDEN' : member;
}

/** P39: who sees nothing of a board decides nothing about what is on it, until the school that stopped it lets it go on. */
export function refusalWhileStopped(state: BoardState, actor: Actor): { readonly refused: 'STOPPED' } | null {
  return isOutOfSight(state, actor.school) ? { refused: 'STOPPED' } : null;
}
