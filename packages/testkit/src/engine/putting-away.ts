import { hidePerson, type Actor } from '@bridgeboard/domain';
import type { ErrorCode } from '@bridgeboard/protocol';

import type { BoardWorld } from './board-world.ts';

/** Puts everything of somebody's away, or brings these back; answers what became otherwise, or why nothing did. */
export function putAwayAllOf(
  world: BoardWorld,
  about: { by: Actor; person: string; bringBack?: readonly string[] | null },
): readonly string[] | ErrorCode {
  const { by: actor, person, bringBack = null } = about;
  const outcome = hidePerson(world.state, { actor, person, bringBack, now: world.now });
  if ('refused' in outcome) return outcome.refused;
  if (outcome.entry) world.keep(outcome.entry);
  world.tick();
  return outcome.records.toSorted();
}
