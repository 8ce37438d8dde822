import { closedBy, nextCommonOpening, type NextOpening, type OpensAt, type PlacedHours } from '@bridgeboard/domain';
import type { CharterHolds, SchoolBrief } from '@bridgeboard/protocol';

interface Deps {
  readonly schools: readonly SchoolBrief[];
  /** Hours of the charter, which hold for the pupils of every school. */
  readonly charter: () => CharterHolds['hours'];
  readonly now: () => number;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/**
 * Opens and shuts a board for the pupils of each school: by the board's hours on the clocks of that school, and by the hours
 * of the charter on those of every school. Works each minute out once.
 */
export function createSchoolHours({ schools, charter, now }: Deps): OpensAt {
  const zones = new Map(schools.map(({ id, timeZone }) => [id, timeZone]));
  const known = new Map<string, { key: string; opening: NextOpening | null }>();
  return (school, hours) => {
    const common = charter();
    if (hours === null && common.length === 0) return null;
    const key = JSON.stringify([Math.floor(now() / 60_000), hours, common]);
    const before = known.get(school);
    if (before?.key === key) return before.opening;
    const placed: PlacedHours[] = common.map(({ timeZone, from, to }) => ({
      timeZone,
      hours: { days: everyDay, from, to },
    }));
    if (hours !== null) placed.push({ hours, timeZone: zones.get(school) ?? 'UTC' });
    const at = nextCommonOpening(placed, now());
    const opening = at === null ? null : { at, by: closedBy(common, now()) };
    known.set(school, { key, opening });
    return opening;
  };
}
