import { actingAs, type Actor, type BoardState } from '@bridgeboard/domain';

import type { Participant, Person } from './live-board.ts';

/** Somebody in the role that they have on this board, which may be less than the one they came with; null for who is away. */
export function actingPerson(state: BoardState, person: Person): Person | null {
  const acting = actingAs(state, { person: person.id, role: person.role });
  return acting && { ...person, role: acting.role };
}

/** Somebody as the engine calls them. */
export function actorOf({ id, school, role }: Participant): Actor {
  return { person: id, school, role };
}
