import type { BoardLine, SchoolBrief } from '@bridgeboard/protocol';

/** Schools that share boards, and how many. */
export type Partnered = { readonly key: string; readonly schools: readonly SchoolBrief[]; readonly boards: number };

/** The sets of schools that boards are shared by, own school first, in the order of the newest board. */
export function findPartnerships(boards: readonly BoardLine[], ownSchool: string): Partnered[] {
  const found = new Map<string, Partnered>();
  for (const { schools } of boards) {
    if (schools.length < 2) continue;
    const key = schools
      .map((school) => school.id)
      .toSorted()
      .join(' ');
    const ordered = schools.toSorted((one, other) => Number(other.id === ownSchool) - Number(one.id === ownSchool));
    found.set(key, { key, schools: found.get(key)?.schools ?? ordered, boards: (found.get(key)?.boards ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The schools of other towns that boards are shared with, each once: whose clocks are worth knowing. */
export function findPartnerSchools(partnerships: readonly Partnered[], ownSchool: string): SchoolBrief[] {
  const others = partnerships.flatMap(({ schools }) => schools).filter((school) => school.id !== ownSchool);
  return [...new Map(others.map((school) => [school.id, school])).values()];
}
