import { isRemarkId } from '@bridgeboard/protocol';

import { pointersIn } from '../board/references.ts';
import { endKey } from '../edit/fix-ends.ts';
import { takeOff } from '../edit/take-off.ts';
import { versionOf } from '../view/version.ts';
import { viewerOf, type Viewer } from '../view/viewer.ts';
import type { Attempt } from './attempt.ts';
import { endOf } from './bring-back.ts';

/**
 * Takes off what the span has put on the board, except where something that stays has been built on it. What the actor does
 * not see has no say in that, because the outcome would tell of it: it moves out and keeps its ends, as at any delete.
 */
export function takeOffMade(act: Attempt): void {
  const going = new Set(
    act.wishes.filter(({ being, id }) => being === 'off' && !act.left.hasRecord(id)).map(({ id }) => id),
  );
  let before = -1;
  while (before !== going.size) {
    before = going.size;
    for (const id of going) {
      if (!isBuiltOn(act, id, going)) continue;
      going.delete(id);
      act.left.record(id);
    }
  }
  const how = {
    draft: act.draft,
    goesToo: ({ id }: { id: string }) => going.has(id),
    endsSet: endsAsBefore(act, going),
  };
  for (const id of going) takeOff({ ...how, leaving: new Set() }, id);
}

/** Whether anything that stays, in some view of the actor's school, stands in this record or points to it. */
function isBuiltOn(act: Attempt, id: string, going: ReadonlySet<string>): boolean {
  const { school } = act.actor;
  const viewers: Viewer[] = [viewerOf(act.actor), { kind: 'pupils', school }, { kind: 'guests' }];
  const { slots, referrers } = act.draft.state;
  return [...referrers.of(id)].some((other) => {
    // What was said about it keeps nothing on the board (CO3).
    if (going.has(other) || isRemarkId(other)) return false;
    const versions = viewers.map((viewer) => versionOf(slots.get(other), viewer));
    return versions.some((version) => version && [...pointersIn(version)].includes(id));
  });
}

/** An end that a binding of the span held is again where it was before: nothing writes it down anew. */
function endsAsBefore(act: Attempt, going: ReadonlySet<string>): Set<string> {
  const ends = new Set<string>();
  for (const id of going) {
    const slot = act.draft.state.slots.get(id);
    const end = slot && endOf(slot);
    if (end) for (const part of ['base', 'layer'] as const) ends.add(endKey({ ...end, in: part }));
  }
  return ends;
}
