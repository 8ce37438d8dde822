import { rulesIn, whatHolds } from '@bridgeboard/domain';
import type { CharterPage, Partnership, School, SchoolRules, StaffMember } from '@bridgeboard/protocol';
import type { BoardCatalogue, Directory } from '@bridgeboard/storage';

import type { SignedIn } from '../http/signed-in.ts';
import type { SchoolBriefs } from '../school-briefs.ts';

/** A page tells of the newest changes; the rest is kept. */
const mostEvents = 100;

type Signatory = CharterPage['proposals'][number]['by'];

interface PageParts {
  readonly directory: Pick<Directory, 'school' | 'staff' | 'staffOf'>;
  readonly catalogue: Pick<BoardCatalogue, 'boardsOf'>;
  readonly schoolBrief: SchoolBriefs;
}

/** A charter as this member of staff of one of its schools reads it. */
export async function makeCharterPage(
  { directory, catalogue, schoolBrief }: PageParts,
  partnership: Partnership,
  { roles, person: reader }: Pick<SignedIn, 'roles' | 'person'>,
): Promise<CharterPage> {
  const schools = await partnersIn(directory, partnership);
  const events = partnership.history.slice(-mostEvents).toReversed();
  const mayChange = roles.includes('administrator');
  const invitations = mayChange ? partnership.invitations : [];
  const signed = invitations.flatMap((one) => one.signed ?? []);
  const named = new Set([...events, ...partnership.proposals, ...invitations, ...signed].map(({ by }) => by));
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
    schools,
    former: await Promise.all(formerIn(partnership).map(schoolBrief)),
    boards: (await catalogue.boardsOf(reader.school)).filter((board) => board.partnership === id).length,
    mayChange,
    holds: whatHolds(schools.map(({ id: school, timeZone, rules }) => ({ school, timeZone, rules }))),
    proposals: partnership.proposals.map((proposal) => {
      const waiting = partnership.schools.filter((one) => one !== proposal.school && !proposal.agreed.includes(one));
      const needs = waiting.map((school) => ({ school, name: answering.get(school) ?? '' }));
      return { id: proposal.id, by: sign(proposal), at: proposal.at, change: proposal.change, needs };
    }),
    invitations: await waitingIn(directory, { ...partnership, invitations }, sign),
    history: events.map((event) => {
      const { at, act, change, before } = event;
      return { at, by: sign(event), act, change, before };
    }),
  };
}

function formerIn({ schools, history }: Partnership): string[] {
  const left = history.filter(({ act, school }) => act === 'left' && !schools.includes(school));
  return [...new Set(left.map(({ school }) => school))];
}

/** Who was asked in and is not in yet. */
function waitingIn(
  directory: Pick<Directory, 'school'>,
  { schools, invitations }: Pick<Partnership, 'schools' | 'invitations'>,
  sign: (said: { school: string; by: string }) => Signatory,
): Promise<CharterPage['invitations']> {
  const lines = invitations.map(async (one) => {
    const { id, expiresAt, signed, confirmed } = one;
    const school = signed && (await directory.school(signed.school));
    const needs = schools.filter((asking) => !confirmed.includes(asking));
    const line = { id, by: sign(one), expiresAt, needs };
    if (!signed || !school) return { ...line, signed: null };
    return { ...line, signed: { school: partnerOf(school, signed.rules), name: sign(signed).name, at: signed.at } };
  });
  return Promise.all(lines);
}

/** A charter is in force since the second school has signed it. */
export function sinceOf({ history }: Partnership): number | undefined {
  return history.filter(({ act }) => act === 'signed')[1]?.at;
}

/** The schools of a partnership in the order in which they came in, each with its rules there. */
export async function partnersIn(
  directory: Pick<Directory, 'school'>,
  partnership: Partnership,
): Promise<CharterPage['schools']> {
  const known = await Promise.all(partnership.schools.map((id) => directory.school(id)));
  return known.filter((one) => one !== null).map((school) => partnerOf(school, rulesIn(partnership, school.id)));
}

function partnerOf(school: School, rules: SchoolRules): CharterPage['schools'][number] {
  const { id, name, shortName, place, country, timeZone, mark, languages } = school;
  return { id, name, shortName, place, country, timeZone, mark, languages, rules };
}

/** Somebody of a school who can answer a proposal; nobody's name where it has no administrator. */
function whoAnswers(staff: readonly StaffMember[]): string {
  return staff.find(({ roles }) => roles.includes('administrator'))?.name ?? '';
}
