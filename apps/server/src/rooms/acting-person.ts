import { actingAs, type BoardState } from '@bridgeboard/domain';

import type { Person } from './live-board.ts';

/** Somebody in the role that they have on this board, which may be less than the one they came with; null for who is away. */
export function actingPerson(state: BoardState, person: Person): Person | null {
  const acting = actingAs(state, { person: person.id, role: person.role });
  return acting && { ...person, role: acting.role };
}

/** The part of a person that the engine has to know. */
export function actorOf(person: Person): { person: string; school: string; role: Person['role'] } {
  return { person: person.id, school: person.school, role: person.role };
}
