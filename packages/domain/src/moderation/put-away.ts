import { isPutAway, type BoardState, type Slot } from '../board/board-state.ts';
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

/** P14: a record with all of the group that it stands in, and nothing else. */
export function withWholeGroup(state: BoardState, slot: Slot): Slot[] {
  const outermost = outermostGroup(state, slot);
  return outermost.id === slot.id && typeOf(slot) !== 'group' ? [slot] : withAllInside(state, outermost);
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

/**
 * P22: puts away, or brings back, what of these is a school's; answers the ids of what was otherwise before. What is meant by itself
 * is put away once more where it was so before. What another school put into it is out of sight with it, so arrows lose hold of that
 * as well.
 */
export function putAway(
  draft: EntryDraft,
  all: readonly Slot[],
  how: { readonly school: string; readonly hidden: boolean; readonly isMeant: (slot: Slot) => boolean },
): string[] {
  const { school, hidden, isMeant } = how;
  const own = all.filter((each) => each.school === school);
  const other = own.filter((each) => isPutAway(each) !== hidden).map(({ id }) => id);
  const changing = new Set([...other, ...own.filter((each) => hidden && isMeant(each)).map(({ id }) => id)]);
  if (hidden) for (const { id } of all) if (!changing.has(id)) fixEndsAt(draft, id);
  setHidden(draft, changing, hidden);
  return other;
}

/** P22: puts records away, or brings them back. */
export function setHidden(draft: EntryDraft, ids: Iterable<string>, hidden: boolean): void {
  const all = [...ids];
  // Before anything is gone: an end that went on following what is put away would tell where it is moved to.
  if (hidden) for (const id of all) fixEndsAt(draft, id);
  for (const id of all) draft.add({ kind: 'hide', id, hidden });
}
