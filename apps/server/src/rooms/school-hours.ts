import { nextOpening, type OpensAt } from '@bridgeboard/domain';
import type { SchoolBrief } from '@bridgeboard/protocol';

interface Deps {
  readonly schools: readonly SchoolBrief[];
  readonly now: () => number;
}

/** Opens and shuts a board for the pupils of each school by the clocks of that school, and works each minute out once. */
export function createSchoolHours({ schools, now }: Deps): OpensAt {
  const zones = new Map(schools.map(({ id, timeZone }) => [id, timeZone]));
  const known = new Map<string, { key: string; opensAt: number | null }>();
  return (school, hours) => {
    if (hours === null) return null;
    const minute = Math.floor(now() / 60_000);
    const key = `${minute} ${hours.from}-${hours.to} ${hours.days.join(' ')}`;
    const before = known.get(school);
    if (before?.key === key) return before.opensAt;
    const opensAt = nextOpening(hours, { timeZone: zones.get(school) ?? 'UTC', now: now() });
    known.set(school, { key, opensAt });
    return opensAt;
  };
}
