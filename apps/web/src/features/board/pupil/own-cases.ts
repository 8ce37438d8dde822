import type { CaseView } from '@bridgeboard/protocol';

/** A pupil's own work by what became of it; within each, the newest first. */
export interface OwnWork {
  readonly waiting: readonly CaseView[];
  readonly returned: readonly CaseView[];
  readonly rejected: readonly CaseView[];
}

/** Sorts own review cases; work still being drawn waits too, as far as its author can tell. */
export function ownWork(cases: Iterable<CaseView>): OwnWork {
  const newestFirst = [...cases].toSorted((a, b) => b.changedAt - a.changedAt);
  return {
    waiting: newestFirst.filter(({ status }) => status === 'drawing' || status === 'waiting'),
    returned: newestFirst.filter(({ status }) => status === 'returned'),
    rejected: newestFirst.filter(({ status }) => status === 'rejected'),
  };
}
