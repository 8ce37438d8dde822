import type { ConcernPerson, Outsider } from '@bridgeboard/protocol';

import type { Person } from '../rooms/live-board.ts';

/** Who reports something: somebody on the board, or somebody from outside, whom nothing tells apart from others who have the link. */
export interface Reporter {
  readonly by: ConcernPerson | null;
  readonly from?: Outsider;
  /** Whose desks it comes to, besides the one of whoever it is about. */
  readonly schools: readonly [string, ...string[]];
  /** Takes one from how much they may report. Throws `Refused` RATE. */
  readonly take: () => Promise<void>;
}

export function personOf({ id: person, school, role }: Person): ConcernPerson {
  return { person, school, role };
}
