import type { BoardState, Slot } from '../board/board-state.ts';
import { typeOf } from '../board/layers.ts';
import { fixEndsAt } from '../edit/fix-ends.ts';
import { homeOf } from '../edit/take-off.ts';
import type { EntryDraft } from '../journal/entry-draft.ts';

/**
 * A record and all that stands in it where it has been let out furthest, and where it stands in a group, all of that group (P14).
 * A change that waits must not decide what others lose sight of.
 */
export function withAllInside(state: BoardState, slot: Slot): Slot[] {
  const outermost = outermostGroup(state, slot);
  const all = new Map([[outermost.id, outermost]]);
  for (const [container] of all) {
    for (const id of [...state.referrers.of(container)].toSorted()) {
      const child = state.slots.get(id);
      if (child && homeOf(child) === container) all.set(id, child);
    }
  }
  return [...all.values()];
}

function outermostGroup(state: BoardState, slot: Slot): Slot {
  const passed = new Set<string>();
  let at = slot;
  for (;;) {
    const around = state.slots.get(String(homeOf(at)));
    if (!around || typeOf(around) !== 'group' || passed.has(around.id)) return at;
    passed.add(around.id);
    at = around;
  }
}

/** P22: puts records away, or brings them back. */
export function setHidden(draft: EntryDraft, ids: Iterable<string>, hidden: boolean): void {
  const all = [...ids];
  // Before anything is gone: an end that went on following what is put away would tell where it is moved to.
  if (hidden) for (const id of all) fixEndsAt(draft, id);
  for (const id of all) draft.add({ kind: 'hide', id, hidden });
}
