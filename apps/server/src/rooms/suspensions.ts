import type { GovernEvent } from '@bridgeboard/domain';

import type { Room } from './room.ts';

/**
 * Brings a board's journal to say what the directory says of somebody (P25): suspended, or back. Who has left the board for
 * another reason is not brought back by this, and who has never been there is nobody to it.
 */
export async function suspendOn(room: Room, person: string, isSuspended: boolean): Promise<void> {
  const member = room.state.members.get(person);
  if (!member || (isSuspended ? member.away !== null : member.away !== 'suspended')) return;
  const event: GovernEvent = isSuspended
    ? { kind: 'remove-member', person, why: 'suspended' }
    : { kind: 'return-member', person };
  await room.govern({ by: null, event });
}

/** The same for everybody on a board that has just been opened: what became of them while nobody had it open. */
export async function alignSuspended(room: Room, suspended: ReadonlySet<string>): Promise<void> {
  const people = [...room.state.members.entries()].map(([person]) => person);
  for (const person of people) await suspendOn(room, person, suspended.has(person));
}
