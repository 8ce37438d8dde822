import { keepAway, letBack, type ActOutcome } from '@bridgeboard/domain';

import type { BoardWorld } from './board-world.ts';

/** The board itself keeps something away because of a report (P38). */
export function report(world: BoardWorld, record: string): ActOutcome {
  return taken(world, keepAway(world.state, { record, now: world.now }));
}

/** The report is over. */
export function endReport(world: BoardWorld, record: string): ActOutcome {
  return taken(world, letBack(world.state, { records: [record], now: world.now }));
}

function taken(world: BoardWorld, outcome: ActOutcome): ActOutcome {
  if ('entry' in outcome) world.keep(outcome.entry);
  world.tick();
  return outcome;
}
