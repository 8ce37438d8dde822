import { rulesIn, whatHolds } from '@bridgeboard/domain';
import type { CharterHolds, CharterPage, Partnership, School, StaffMember } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import type { SignedIn } from '../http/signed-in.ts';

/** A page tells of the newest changes; the rest is kept. */
const mostEvents = 100;

type Signatory = CharterPage['proposals'][number]['by'];

/** A charter as this member of staff of one of its schools reads it. */
export async function makeCharterPage(
  directory: Pick<Directory, 'school' | 'staff' | 'staffOf'>,
  partnership: Partnership,
  { roles }: Pick<SignedIn, 'roles'>,
): Promise<CharterPage> {
  const known = await Promise.all(partnership.schools.map((id) => directory.school(id)));
  const schools = known.filter((school) => school !== null);
  const events = partnership.history.slice(-mostEvents).toReversed();
  const named = new Set([...events, ...partnership.proposals].map(({ by }) => by));
  const people = await Promise.all([...named].map((id) => directory.staff(id)));
  const names = new Map(people.filter((person) => person !== null).map(({ id, name }) => [id, name]));
  const sign = ({ school, by }: { school: string; by: string }): Signatory => ({ school, name: names.get(by) ?? '' });
  const answering = new Map<string, string>();
  for (const { id } of schools) answering.set(id, whoAnswers(await directory.staffOf(id)));
  const { id, title, createdAt } = partnership;
  return {
    id,
    title,
    since: sinceOf(partnership) ?? createdAt,
    schools: schools.map((school) => partnerOf(partnership, school)),
    mayChange: roles.includes('administrator'),
    holds: holdsIn(partnership, schools),
    proposals: partnership.proposals.map((proposal) => {
      const waiting = partnership.schools.filter((one) => one !== proposal.school && !proposal.agreed.includes(one));
      const needs = waiting.map((school) => ({ school, name: answering.get(school) ?? '' }));
      return { id: proposal.id, by: sign(proposal), at: proposal.at, change: proposal.change, needs };
    }),
    history: events.map((event) => {
      const { at, act, change, before } = event;
      return { at, by: sign(event), act, change, before };
    }),
  };
}

/** A charter is in force since the second school has signed it. */
export function sinceOf({ history }: Partnership): number | undefined {
  return history.filter(({ act }) => act === 'signed')[1]?.at;
}

/** What holds among these schools of a partnership. */
function holdsIn(partnership: Pick<Partnership, 'charters'>, schools: readonly School[]): CharterHolds {
  return whatHolds(schools.map(({ id, timeZone }) => ({ school: id, timeZone, rules: rulesIn(partnership, id) })));
}

function partnerOf(partnership: Partnership, school: School): CharterPage['schools'][number] {
  const { id, name, shortName, place, country, timeZone, mark, languages } = school;
  return { id, name, shortName, place, country, timeZone, mark, languages, rules: rulesIn(partnership, id) };
}

/** Somebody of a school who can answer a proposal; nobody's name where it has no administrator. */
function whoAnswers(staff: readonly StaffMember[]): string {
  return staff.find(({ roles }) => roles.includes('administrator'))?.name ?? '';
}
