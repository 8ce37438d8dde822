import type { ConcernLine, ConcernPerson, StaffMember } from '@bridgeboard/protocol';
import type { AuditLog, ConcernLog, Directory } from '@bridgeboard/storage';

import { linesOf } from '../audit-lines.ts';
import type { Person } from '../rooms/live-board.ts';
import { concernOf, type KnownConcern } from './concern-book.ts';
import { looksAfter } from './who-looks-after.ts';

interface Parts {
  readonly log: Pick<ConcernLog, 'linesFor'>;
  readonly audit: Pick<AuditLog, 'find'>;
  readonly directory: Pick<Directory, 'staff' | 'staffOf'>;
}

/**
 * BRE5: reports that a member of staff could look at between two moments. Who looks after one is known as it is today; where roles of the
 * school's staff have changed since, any of its reports may have been open to any of them.
 */
export async function reportsOpenTo(
  { log, audit, directory }: Parts,
  account: string,
  { from, until }: { from: number; until: number },
): Promise<KnownConcern[]> {
  const member = await directory.staff(account);
  if (member === null) return [];
  const { school } = member;
  const acts = ['staff.roles', 'staff.join', 'staff.end'] as const;
  const lines = await linesOf(audit, { school, since: from, acts });
  // Who comes takes the desk from nobody but those who stood in for a lead.
  const hasChanged = lines.some(({ act, detail }) => act !== 'staff.join' || detail?.includes('lead'));
  const byConcern = Map.groupBy(await log.linesFor(school), ({ concern }: ConcernLine) => concern);
  const then = [...byConcern.values()].flatMap((lines) => concernOf(lines) ?? []).filter(({ at }) => at <= until);
  const open: KnownConcern[] = [];
  for (const concern of then) {
    const isAbout = concern.event.whose?.person === account;
    if (isAbout) continue;
    if (hasChanged || (await looksAfter(directory, concern, asPerson(member)))) open.push(concern);
  }
  return open;
}

function asPerson({ id, name, school }: StaffMember): Person {
  return { id, name, school, role: 'staff' };
}

/** Pupils whom a report names: who it is about, and who made it. */
export function pupilsIn({ by, event }: KnownConcern): ConcernPerson[] {
  return [event.whose, by].filter((one) => one !== null).filter(({ role }) => role === 'pupil');
}
