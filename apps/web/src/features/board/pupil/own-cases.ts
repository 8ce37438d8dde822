import type { CaseView } from '@bridgeboard/protocol';

/** How much of a pupil's own work waits, and how much came back; what is being drawn waits too, as far as its author can tell. */
export function countWork(cases: Iterable<Pick<CaseView, 'status'>>): { waiting: number; returned: number } {
  let [waiting, returned] = [0, 0];
  for (const { status } of cases) {
    if (status === 'drawing' || status === 'waiting') waiting += 1;
    if (status === 'returned') returned += 1;
  }
  return { waiting, returned };
}
