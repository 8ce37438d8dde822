import { caseOfConcern } from '@bridgeboard/domain';
import type { StaffMember } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { Person } from '../rooms/live-board.ts';
import type { KnownConcern } from './concern-book.ts';

/** Who looks after a report at a school. */
export interface Desk {
  readonly people: readonly StaffMember[];
  /** Nobody of them is a lead. */
  readonly standIn: boolean;
}

/**
 * The leads of a school; where there is none its administrators stand in, and where there is none of these either all its staff. Whoever
 * it is about is never one of them (SGD5).
 */
export async function deskOf(
  directory: Pick<Directory, 'staffOf'>,
  school: string,
  whose: string | undefined,
): Promise<Desk> {
  const all = (await directory.staffOf(school)).filter(({ id, endedAt }) => endedAt === null && id !== whose);
  const leads = all.filter(({ roles }) => roles.includes('lead'));
  if (leads.length > 0) return { people: leads, standIn: false };
  const administrators = all.filter(({ roles }) => roles.includes('administrator'));
  return { people: administrators.length > 0 ? administrators : all, standIn: true };
}

/** Whether somebody looks after this report: a lead, who stands in for one, or whom it was handed to. Never whom it is about. */
export async function looksAfter(
  directory: Pick<Directory, 'staffOf'>,
  concern: KnownConcern,
  person: Person,
): Promise<boolean> {
  const whose = concern.event.whose?.person;
  if (person.role !== 'staff' || person.id === whose || !concern.schools.includes(person.school)) return false;
  if (caseOfConcern(concern.lines, person.school).handedTo.includes(person.id)) return true;
  return (await deskOf(directory, person.school, whose)).people.some(({ id }) => id === person.id);
}
