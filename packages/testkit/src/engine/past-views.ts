import {
  createBoardState,
  pastView,
  TimelineTeller,
  WholeActs,
  type Actor,
  type BoardState,
  type PastView,
  type TimelineMoment,
} from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import { replayed } from './rewinding.ts';

/** What a member of staff is told of a board's past: when what changed, and the board as of an entry. */
export interface Looking {
  readonly moments: TimelineMoment[];
  /** As of an entry. */
  readonly at: (seq: number) => PastView;
  /** As of the last entry that is no later. */
  readonly asOf: (time: number) => PastView;
}

type Kept = { readonly journal: readonly JournalEntry[]; readonly state: BoardState; readonly now: number };

/** Goes along a world's journal as the server does. */
export function lookBack(world: Kept, actor: Actor): Looking {
  const { journal, state: now } = world;
  const teller = new TimelineTeller(
    createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' }),
    actor,
  );
  for (const act of new WholeActs().take(journal)) teller.take(act);
  const { touchedByOthers } = teller;
  const at = (seq: number): PastView =>
    pastView(replayed(journal, seq), { now, actor, touchedByOthers, at: world.now });
  return {
    moments: teller.moments(now, world.now),
    at,
    asOf: (time) => at(journal.findLast(({ facts }) => facts.at <= time)?.facts.seq ?? 0),
  };
}
