import type { SchoolReport } from '../../../apps/server/src/breach-report.ts';
import type { Expected } from './expected.ts';

/** A report in the form of what is expected. */
export function foundIn({ pupils, others }: Pick<SchoolReport, 'pupils' | 'others'>): Expected {
  return {
    pupils: Object.fromEntries(
      pupils.map(({ id, could, did, work }) => [
        id,
        {
          could: could.toSorted(),
          did: did.toSorted(),
          work: Object.fromEntries(work.map(({ board, pieces, kinds, since }) => [board, { pieces, kinds, since }])),
        },
      ]),
    ),
    others: Object.fromEntries(others.map(({ school, pupils: some }) => [school, some])),
  };
}

/** What is missing, too much or other than expected, a line each. */
export function differences(expected: Expected, found: Expected): string[] {
  const faults: string[] = [];
  for (const part of ['pupils', 'others'] as const) {
    for (const id of new Set([...Object.keys(expected[part]), ...Object.keys(found[part])])) {
      const [want, have] = [JSON.stringify(sorted(expected[part][id])), JSON.stringify(sorted(found[part][id]))];
      if (want !== have) faults.push(`${part} ${id}: expected ${want}, found ${have}`);
    }
  }
  return faults;
}

/** With its keys in order, because they mean nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
