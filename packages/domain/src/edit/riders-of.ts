import { shownVersion } from '../view/version.ts';
import { mayDelete, type EditAct } from './edit-act.ts';

/**
 * P12: arrows and bindings at shapes that this edit deletes; what it says of other people's is ignored, not refused. Only
 * what this person sees and may delete counts: the answer to anything else must not depend on what is hidden (P23).
 */
export function ridersOf(act: EditAct): Set<string> {
  const riders = new Set<string>();
  const { state } = act.draft;
  const { slots, referrers } = state;
  for (const id of act.deletes) {
    if (!id.startsWith('shape:') || !mayDelete(act, id)) continue;
    for (const referrer of referrers.of(id)) {
      const version = referrer.startsWith('binding:') ? shownVersion(state, slots.get(referrer), act.viewer) : null;
      if (version?.['toId'] === id) riders.add(referrer).add(String(version['fromId']));
    }
  }
  return riders;
}
