import type { CharterOutcome } from '@bridgeboard/domain';
import type { Partnership } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { found, Refused } from '../http/refusal.ts';

/** Schools of one partnership are few: whoever is overtaken so often is told to come again. */
const mostTries = 20;

/**
 * Changes a partnership by a decision on what it is right now. Where somebody else has changed it meanwhile, it is decided
 * anew on what they have made of it (CH8).
 */
export async function changePartnership(
  directory: Pick<Directory, 'partnership' | 'changePartnership'>,
  id: string,
  decide: (partnership: Partnership) => CharterOutcome,
): Promise<Partnership> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = found(await directory.partnership(id));
    const outcome = decide(before);
    if ('refused' in outcome) throw new Refused(outcome.refused);
    if (outcome.partnership === before) return before;
    const next = { ...outcome.partnership, version: before.version + 1 };
    if (await directory.changePartnership(next)) return next;
  }
  throw new Refused('BUSY', { retryAfterMs: 1_000 });
}
